"""From files to a dataset: strict reading with places, and every problem told with its remedy."""
