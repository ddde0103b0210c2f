"""Pictures drawn by a grammar of our own: shapes, people, places and things.

From the bottom up: ``shapes`` (circles, paths, words) and ``palette``; ``svg`` and ``pdf``, which write
them; ``people``, ``things`` and ``places``, which can be drawn; ``heroes``, ``covers`` and ``rungs``, which
put them together.
"""
