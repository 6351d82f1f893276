"""The way of a judge: the parts to judge, the own sheet of points, its signature."""
