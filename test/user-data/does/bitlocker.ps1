<powershell>
# Encrypts both drives before anything is installed on them.
$ErrorActionPreference = "Stop"
Install-WindowsFeature -Name BitLocker -IncludeManagementTools
Get-Disk | Where-Object PartitionStyle -Eq "RAW" |
  Initialize-Disk -PartitionStyle GPT -PassThru |
  New-Partition -DriveLetter D -UseMaximumSize |
  Format-Volume -FileSystem NTFS -NewFileSystemLabel "data" -Confirm:$false

Enable-BitLocker -MountPoint "C:" -EncryptionMethod XtsAes256 -UsedSpaceOnly -TpmProtector -SkipHardwareTest
if ((Get-BitLockerVolume -MountPoint "D:").VolumeStatus -ne "FullyEncrypted") {
  Enable-BitLocker -MountPoint "D:" `
    -EncryptionMethod XtsAes256 -RecoveryPasswordProtector
}
Enable-BitLockerAutoUnlock -MountPoint "D:"
</powershell>
<persist>true</persist>
