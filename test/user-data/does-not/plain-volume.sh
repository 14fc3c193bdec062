#!/bin/bash
DEVICE=/dev/xvdb
until [ -b $DEVICE ]; do sleep 1; done
blkid $DEVICE || mkfs.xfs $DEVICE
mount $DEVICE /srv/data
grep -q "$DEVICE" /etc/fstab || echo "$DEVICE /srv/data xfs defaults,nofail 0 2" >> /etc/fstab
