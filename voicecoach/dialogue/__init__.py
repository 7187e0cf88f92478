"""Pure logic: from speech probabilities to turns, from turns to openness and replies."""
