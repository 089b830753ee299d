# Sourced by the other scripts: picks the Python that runs Jupyter's command-line tools.
# Debian installs them for /usr/bin/python3, while `python3` on PATH may be another one (pyenv, conda).

jupyter_python() {
  local candidate
  for candidate in /usr/bin/python3 python3; do
    if "$candidate" -c 'import nbconvert, nbclient, jupyter_client, jupyter_core' 2>/dev/null; then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}
