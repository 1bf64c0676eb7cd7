"""Find what a text holds: numbers, times, places, actors, lexicon words. One mention layer each; nothing is decided here."""
