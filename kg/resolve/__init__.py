"""Facts in, a Reading and its identified statements out; pure, per document."""
