"""Knowledge as reviewed rows, and the strict loaders that read them."""
