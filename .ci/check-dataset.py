"""Opens a dataset by NumPy and checks that its arrays are what metadata.json says they are."""

import json
import pathlib
import sys

import numpy

folder = pathlib.Path(sys.argv[1])
facts = json.loads((folder / "metadata.json").read_text())
rows, episodes = facts["num_transitions"], facts["num_episodes"]
expected = {
    "observations": ("float32", (rows, facts["obs_dim"])),
    "actions": ("float32", (rows, facts["action_dim"])),
    "rewards": ("float32", (rows,)),
    "terminals": ("bool", (rows,)),
    "episode_indices": ("int64", (rows,)),
}
arrays = {name: numpy.load(folder / f"{name}.npy") for name in expected}
for name, (dtype, shape) in expected.items():
    found = arrays[name]
    assert found.dtype == dtype, f"{name} is of {found.dtype}, not {dtype}"
    assert found.shape == shape, f"{name} has shape {found.shape}, not {shape}"
    assert found.dtype.byteorder in "=|<" and found.flags.c_contiguous, name
observations, actions = arrays["observations"], arrays["actions"]
assert numpy.isfinite(observations).all() and numpy.isfinite(actions).all()
assert (numpy.diff(arrays["episode_indices"]) >= 0).all()
assert set(arrays["episode_indices"]) == set(range(episodes))
# An episode's only terminal row is its last.
ends = numpy.append(numpy.diff(arrays["episode_indices"]) > 0, True)
assert (arrays["terminals"] == ends).all(), "terminals do not end the episodes"
assert rows / episodes == facts["mean_episode_length"]
venues = facts["num_venues"]
weights = actions[:, -venues:]
assert numpy.abs(weights.sum(axis=1) - 1).max() < 1e-5, "hedge weights do not add up to 1"
assert actions.min() >= -1 and actions.max() <= 1
print(f"NumPy {numpy.__version__}: " + ", ".join(f"{n} {a.dtype} {a.shape}" for n, a in arrays.items()))
