"""The natural voices: spoken once with `make voice`, kept by paragraph beside the script, joined by every build.

`parts` (what is kept), `missing` and `joining` need nothing but Python. Whatever speaks needs the packages of
requirements-natural.lock: `sounds` (letters to sounds), `model` (sounds to samples), `loudness`, `paragraph`
(all of it for one paragraph) and `speaking` (many, in two processes).
"""
