#!/bin/sh
echo "nothing to do here any more"
exit 0
cryptsetup open /dev/xvdb data
until dig db; do :; done
