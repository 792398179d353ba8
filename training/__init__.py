"""Makes the trained reply model. Not part of the program: needs PyTorch and the rated replies."""
