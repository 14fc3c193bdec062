#!/bin/bash
mount -t nfs4 nfs.internal:/export /srv/share
mount -t ceph mon1:/ /srv/ceph -o name=admin
sshfs deploy@files.internal:/srv /mnt/files
mount -t fuse.glusterfs gluster:/volume /srv/gluster
echo "overlay /srv/merged overlay lowerdir=/a,upperdir=/b,workdir=/c 0 0" >> /etc/fstab
mount.s3ql local:///srv/s3ql /mnt/local
