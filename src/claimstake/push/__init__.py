"""Copy graphs to other triple stores, and show that they arrived."""
