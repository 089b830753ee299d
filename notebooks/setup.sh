#!/usr/bin/env bash
# Prepares this machine for the notebooks: Jupyter's command-line tools, and the TypeScript kernel in ./.jupyter.
# Does only what is missing, so it may run as often as you like.
set -euo pipefail
cd "$(dirname "$0")/.."
source notebooks/python.sh
source scripts/debian-packages.sh

# Writes the kernel's description as `tslab install` would. That command imports IPython, a large package that nothing
# else here needs. The paths are absolute, so a folder that was moved needs this again.
register_kernel() {
  local tslab=$PWD/node_modules/.bin/tslab kernel=.jupyter/share/jupyter/kernels/tslab
  [ -x "$tslab" ] || fail "The TypeScript kernel is not installed. Run: npm ci"
  mkdir -p "$kernel"
  node --print 'JSON.stringify({
    argv: [process.argv[1], "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
  }, null, 2)' "$tslab" >"$kernel/kernel.json"
}

python=$(jupyter_python) || {
  install_debian_packages "Running the notebooks" jupyter-nbconvert jupyter-core jupyter-client python3-nbclient
  python=$(jupyter_python) || fail "Jupyter's packages are installed, but no Python here can import nbconvert."
}
register_kernel
echo "Notebooks are ready: $("$python" -m nbconvert --version | sed 's/^/nbconvert /'), kernel tslab."
