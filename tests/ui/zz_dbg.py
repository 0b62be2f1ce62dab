import sys; sys.path.insert(0,'/work/wt-c/tests/ui')
import test_today, unittest, re
from tracker_data import a_week_of_work
class D(test_today.Today):
    def test_dbg(self):
        a_week_of_work(self.data)
        self.start(); self.show()
        self.on_row("Ask again", "City Museum")
        self.key("shift+F10")
        self.until(lambda: self.app.node.all("menu item"), "menu")
        import time
        for k in range(6):
            f=self.app.focused(); print("focus", f, [ (n.name, 'focused' in n.states) for n in self.app.node.all("menu item")], file=sys.stderr)
            self.key("Down"); time.sleep(0.6)
        self.session.screenshot("/tmp/dbg.png")
del test_today.Today
if __name__=="__main__": unittest.main(argv=['x','D.test_dbg'])
