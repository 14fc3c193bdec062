#!/bin/sh
# The script stays on the disk, and runs again by cron after a reboot.
cat > /usr/local/sbin/unlock <<'SCRIPT'
#!/bin/sh
set -eu
dev=$1
name=$2
[ -e "/dev/mapper/$name" ] && exit 0
/usr/local/bin/key-for "$name" | cryptsetup --key-file - open "$dev" "$name"
SCRIPT
chmod 0755 /usr/local/sbin/unlock

cat > /etc/cron.d/unlock <<EOF
SHELL=/bin/sh
@reboot root cryptsetup open /dev/xvdc logs --key-file /etc/keys/logs
EOF
sh -c 'set -e; cryptsetup luksOpen "$1" archive -d /etc/keys/archive' _ /dev/xvdd
