#ps1_sysnative
$rclone = "C:\Program Files\rclone\rclone.exe"
choco install -y rclone winfsp
# Drive X: is the shared folder.
New-Service -Name "rclone-shared" -StartupType Automatic `
  -BinaryPathName "`"$rclone`" mount oos:shared X: --vfs-cache-mode full --config C:\rclone.conf"
Start-Service rclone-shared
Start-Process -FilePath $rclone -ArgumentList "mount oos:scans Y: --network-mode" -WindowStyle Hidden
