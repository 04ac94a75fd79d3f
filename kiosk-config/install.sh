#!/usr/bin/env bash
# Copies etc/ to its places, makes the two users and a first board, and starts the wall with the machine.
# A file that is there and differs is kept beside the new one as FILE.before.
# Usage: kiosk-config/install.sh     (as root; with DESTDIR set, it only copies into that folder)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

to=${DESTDIR:-}
[[ $to || $EUID -eq 0 ]] || { echo "Only root can install this." >&2; exit 1; }
[[ $to || -x /usr/bin/rundt-bordet ]] || { echo "Install the program first: cmake --install build/release --prefix /usr" >&2; exit 1; }
[[ ! ${1:-} ]] || { sed -n '2,4s/^# //p' "$0"; exit 2; }

find etc -type f | sort | while read -r file; do
    [[ ! -e $to/$file ]] || cmp -s "$file" "$to/$file" || cp -a "$to/$file" "$to/$file.before"
    install -D -m 644 "$file" "$to/$file"
    echo "$to/$file"
done
[[ ! $to ]] || exit 0

board=/var/lib/rundt-bordet/tavle.rundtbord
systemd-sysusers rundt.conf
systemd-tmpfiles --create rundt.conf
[[ -e $board ]] || runuser -u rundt -- rundt-bordet new "$board"
udevadm control --reload
systemctl daemon-reload
systemctl enable rundt-skaerm.service rundt-bordet.service
echo "Start the machine again, and the wall is up."
