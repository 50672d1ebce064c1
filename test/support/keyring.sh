#!/bin/sh
# Runs a command beside a real, empty, unlocked Secret Service that lives exactly as long as the command:
#   test/support/keyring.sh vitest run --config build/vitest.config.ts
# It has its own D-Bus session and home folders, so it never sees or touches the keyring of the person at the desk.
set -eu

if [ "$#" -eq 0 ]; then
  echo "usage: keyring.sh <command> [argument...]" >&2
  exit 64
fi
for tool in dbus-run-session gnome-keyring-daemon; do
  command -v "$tool" >/dev/null 2>&1 || {
    echo "keyring.sh: $tool is missing (Debian: apt-get install dbus gnome-keyring libsecret-1-0)" >&2
    exit 69
  }
done

home=$(mktemp -d "${TMPDIR:-/tmp}/bursar-keyring.XXXXXX")
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir -m 700 "$home/data" "$home/config" "$home/cache" "$home/run"

# The daemon stays in the foreground of its own job, so that it ends with the session and leaves no process behind.
BURSAR_KEYRING_HOME=$home dbus-run-session -- sh -c '
  export HOME="$BURSAR_KEYRING_HOME" XDG_DATA_HOME="$BURSAR_KEYRING_HOME/data"
  export XDG_CONFIG_HOME="$BURSAR_KEYRING_HOME/config" XDG_CACHE_HOME="$BURSAR_KEYRING_HOME/cache"
  export XDG_RUNTIME_DIR="$BURSAR_KEYRING_HOME/run"
  printf "a test password" | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
  daemon=$!
  trap "kill $daemon 2>/dev/null || true" EXIT
  waited=0
  until gdbus wait --session --timeout 10 org.freedesktop.secrets 2>/dev/null; do
    waited=$((waited + 1))
    [ "$waited" -lt 2 ] || { echo "keyring.sh: the Secret Service did not come up" >&2; exit 69; }
  done
  "$@"
' keyring "$@"
