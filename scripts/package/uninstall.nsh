; What the program itself wrote into the registry of its user goes with it: the address scheme
; (electron/main/system/opened-from-outside.ts) and the start with the computer (electron/main/system/login-item.ts).
; Left behind, Windows would offer a program that is not there. An update removes the old version too, and keeps both.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\lxtz"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "org.twonewledger.desktop"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "org.twonewledger.desktop"
  ${endIf}
!macroend
