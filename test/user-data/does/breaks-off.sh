#!/bin/bash
s3fs logs /srv/logs -o url=https://oos.cloudgouv-eu-west-1.outscale.com
cryptsetup open /dev/xvdb data -d /run/keys/data
if [ -d /srv/logs ]; then
  echo "mounted"
s3fs more /srv/more
