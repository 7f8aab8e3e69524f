"""The console on a server that answers as it is told to: what goes wrong, and what one is told then."""

import moodyserver
from pictures import Pictures

TOKEN = "a-token-that-opens-nothing"


class ServerStates(Pictures):
    def all(self):
        self.server = moodyserver.MoodyServer()
        try:
            self.connect()
            self.dialogs()
            self.troubles()
        finally:
            self.end()
            self.server.end()

    def connect(self):
        self.start("server", "--data-dir", str(self.desktop.place / "server"))
        welcome = self.program.wait_here(lambda: next(iter(self.program.windows()), None), "a first window")
        self.program.enter_text(welcome, "Address", self.server.address)
        # A masked field tells nobody what it holds.
        self.program.focus(self.program.find(welcome, "Token"))
        self.program.keyboard.type(TOKEN)
        self.program.press(welcome, "Connect to Apono")
        self.main = self.program.window(f"Service Accounts — {self.server.address.removeprefix('http://')}")
        self.program.says(self.main, f"{len(self.server.accounts)} service accounts")
        self.take("own-token-expires")

    def dialogs(self):
        self.program.press(self.main, "Connections…")
        connections = self.program.window("Connections")
        self.program.press(connections, "Advanced")
        self.program.find(connections, "Resource path")
        self.take("connections-advanced")
        self.program.keyboard.press("Escape")
        self.program.wait_until_closed("Connections")
        self.program.press(self.main, "Use Another Token…")
        self.program.window("Use Another Token")
        self.take("use-another-token")
        self.program.keyboard.press("Escape")
        self.program.wait_until_closed("Use Another Token")

    def refresh(self, mood, sentence):
        self.server.mood = mood
        self.program.keyboard.press("F5")
        self.program.says(self.main, sentence)

    def troubles(self):
        for mood, sentence in (("busy", "It goes on"), ("unauthorized", "Use Another Token…"),
                               ("login page", "Copy Details")):
            self.refresh(mood, sentence)
            self.take(f"failed-{mood.replace(' ', '-')}")
        self.server.role = "Viewer"
        self.refresh("forbidden", "Needs the Admin role")
        self.take("needs-admin")
