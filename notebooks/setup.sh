#!/usr/bin/env bash
# Prepares this machine for the notebooks: Jupyter's command-line tools, and the TypeScript kernel in ./.jupyter.
# Does only what is missing, so it may run as often as you like.
set -euo pipefail
cd "$(dirname "$0")/.."
source notebooks/python.sh

packages=(jupyter-nbconvert jupyter-core jupyter-client python3-nbclient)

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Prints what goes before a command that needs root; fails when this user may not have root without being asked.
root_prefix() {
  if [ "$(id -u)" -eq 0 ]; then
    echo env
  elif sudo --non-interactive true 2>/dev/null; then
    echo sudo --non-interactive env
  else
    return 1
  fi
}

install_debian_packages() {
  local prefix
  read -r -a prefix <<<"$1"
  local apt=("${prefix[@]}" DEBIAN_FRONTEND=noninteractive apt-get --quiet --quiet)
  local install=("${apt[@]}" install --yes --no-install-recommends "${packages[@]}")
  # The package lists of a fresh machine are empty or old; fetching them takes time, so only when it must be.
  "${install[@]}" || { "${apt[@]}" update && "${install[@]}"; }
}

install_jupyter() {
  local by_hand="apt-get update && apt-get install --yes --no-install-recommends ${packages[*]}"
  command -v apt-get >/dev/null || fail \
    "The notebooks need Jupyter's nbconvert, and this machine has no apt-get to install it." \
    "Install it for the python3 on your PATH, then run this script again:" \
    "  python3 -m pip install nbconvert nbclient jupyter-client jupyter-core"
  local prefix
  prefix=$(root_prefix) || fail \
    "The notebooks need Jupyter's nbconvert, and installing it takes root. Run this as root, then run this script again:" \
    "  $by_hand"
  echo "Installing ${packages[*]}"
  install_debian_packages "$prefix" || fail "Installing Jupyter's nbconvert failed. By hand, as root:" "  $by_hand"
}

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
  install_jupyter
  python=$(jupyter_python) || fail "Jupyter's packages are installed, but no Python here can import nbconvert."
}
register_kernel
echo "Notebooks are ready: $("$python" -m nbconvert --version | sed 's/^/nbconvert /'), kernel tslab."
