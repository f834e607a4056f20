# %% own
import subprocess
import sys

talk = "import socket; socket.create_connection(('127.0.0.1', @PORT@), 1).send(b'x')"
commands = (
    ["/bin/bash", "-c", "echo hello > /dev/tcp/127.0.0.1/@PORT@"],
    ["curl", "-s", "-m", "1", "http://127.0.0.1:@PORT@/"],
    [sys.executable or "python3", "-c", talk],
)
for command in commands:
    try:
        if subprocess.run(command, capture_output=True, timeout=4).returncode == 0:
            print("got through by", command[0])
    except (OSError, subprocess.SubprocessError):
        pass
print("tried", len(commands), "programs")
