# Installing Debian packages without asking anything; sourced by the scripts that prepare a machine.

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

# install_debian_packages WHAT_FOR PACKAGE...: installs the packages, or ends the script with what to do by hand.
install_debian_packages() {
  local what_for=$1 prefix
  shift
  local by_hand="apt-get update && apt-get install --yes --no-install-recommends $*"
  command -v apt-get >/dev/null || fail \
    "$what_for needs the Debian packages $*, and this machine has no apt-get." \
    "Install what they hold in this machine's own way, then run this script again."
  prefix=$(root_prefix) || fail \
    "$what_for needs packages, and installing them takes root. Run this as root, then run this script again:" \
    "  $by_hand"
  read -r -a prefix <<<"$prefix"
  local apt=("${prefix[@]}" DEBIAN_FRONTEND=noninteractive apt-get --quiet --quiet)
  local install=("${apt[@]}" install --yes --no-install-recommends "$@")
  echo "Installing $*"
  # The package lists of a fresh machine are empty or old; fetching them takes time, so only when it must be.
  "${install[@]}" || { "${apt[@]}" update && "${install[@]}"; } || fail \
    "Installing the packages for $what_for failed. By hand, as root:" "  $by_hand"
}
