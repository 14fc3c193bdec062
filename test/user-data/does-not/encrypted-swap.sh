#!/bin/bash
echo "swap /dev/xvdc /dev/urandom swap,cipher=aes-xts-plain64,size=256" >> /etc/crypttab
cryptsetup open --type plain --key-file /dev/urandom /dev/xvdd scratch
cryptsetup luksFormat --batch-mode /dev/xvdb /run/keys/data
cryptsetup luksDump /dev/xvdb; cryptsetup isLuks /dev/xvdb && echo "formatted"
cryptsetup open --test-passphrase /dev/xvdb -d /run/keys/data
