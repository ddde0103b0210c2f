"""From a script to speech: what is said, when each word is said, and the audio itself."""
