"""The recorder: runs a program once on a virtual clock and knows everything its event loop did."""
