@echo off
rem Starts Makerbench with the first JDK of version 25 or newer that is found.
setlocal EnableDelayedExpansion
set "home=%~dp0.."
set "java="
for %%J in ("%MAKERBENCH_JAVA%\bin\java.exe" "%MAKERBENCH_JAVA%" "%JAVA_HOME%\bin\java.exe" java.exe) do call :try %%J
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do call :try "%%~D\bin\java.exe"
if not defined java (
  echo Makerbench needs a JDK of version 25 or newer and found none. 1>&2
  echo Install one, or name it with MAKERBENCH_JAVA=C:\path\to\jdk. 1>&2
  exit /b 1
)
rem The window starts faster from classes that its first start leaves ready.
set "cache=%MAKERBENCH_HOME%"
if not defined cache set "cache=%USERPROFILE%\.makerbench"
set "archive="
if "%~1"=="" set "archive=yes"
if "%~1"=="open" set "archive=yes"
if defined archive (
  if not exist "%cache%\cache" mkdir "%cache%\cache"
  set archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%cache%\cache\window.jsa" -Xlog:cds=off -Xlog:aot=off
)
"%java%" %archive% @"%home%\bin\java.options" -Dmakerbench.home="%home%" -cp "%home%\lib\*" %MAKERBENCH_JAVA_OPTIONS% io.makerbench.Launcher %*
exit /b %ERRORLEVEL%

:try
if defined java goto :eof
set "found="
for /f "tokens=3" %%V in ('%1 -version 2^>^&1 ^| findstr /i "version"') do set "found=%%~V"
if not defined found goto :eof
for /f "delims=.-" %%M in ("!found!") do if %%M GEQ 25 set "java=%~1"
goto :eof
