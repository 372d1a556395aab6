#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each net lets a good file through and rejects a bad one: a net with a hole is worse than none."""

import pathlib
import tempfile
import unittest

import check_layering
import check_size
import check_words

HEAD = "// SPDX-License-Identifier: MIT\n"
RULES = {"core/base": {"QtCore"}, "core/loop": {"QtCore", "core/base"}, "ui/log": {"QtCore", "core/*"}}
MODULES = {"QString": "QtCore", "QColor": "QtGui", "QWidget": "QtWidgets", "qwidget.h": "QtWidgets"}


class NetTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + text, encoding="utf-8")

    def layering(self, path, text):
        self.write(path, text)
        return check_layering.check(self.root, RULES, MODULES)


class Layering(NetTest):
    def test_allowed_includes_pass(self):
        good = '#include "core/base/ids.h"\n#include "core/loop/task.h"\n#include <QString>\n#include <vector>\n'
        self.assertEqual(self.layering("core/loop/loop.cpp", good + '#include "loop.moc"\n'), [])
        self.assertEqual(self.layering("ui/log/log.cpp", '#include "core/base/ids.h"\n'), [])

    def test_a_foreign_folder_is_rejected(self):
        self.assertEqual(self.layering("core/base/a.h", '#include "core/loop/task.h"\n'),
                         ['core/base/a.h:2: "core/loop/task.h": core/base may not know core/loop'])

    def test_gui_headers_are_rejected_in_core_however_written(self):
        for header in ("QColor", "QWidget", "qwidget.h", "QtWidgets/QWidget", "QtGui/qcolor.h"):
            self.assertEqual(len(self.layering("core/base/a.h", f"#include <{header}>\n")), 1, header)

    def test_an_include_without_path_is_rejected(self):
        self.assertIn("not written from the root", self.layering("core/base/a.h", '  #  include "ids.h"\n')[0])

    def test_a_new_folder_needs_a_line(self):
        self.assertEqual(self.layering("core/news/a.h", ""), ["core/news/a.h: core/news has no line in layering.txt"])

    def test_a_system_header_needs_a_word(self):
        self.assertIn("may not use system", self.layering("core/base/a.h", "#include <unistd.h>\n")[0])


class Size(NetTest):
    def check(self, path, text):
        self.write(path, text)
        return check_size.check(self.root)

    def test_a_long_file_is_rejected(self):
        self.assertEqual(self.check("core/base/a.h", "\n" * 299), [])
        self.assertIn("301 lines", self.check("core/base/a.h", "\n" * 300)[0])

    def test_a_long_function_is_rejected_wherever_it_stands(self):
        for opening in ("void f()\n", "namespace n {\nint C::f(int a) const\n", "struct S\n{\nS() : m_a(1)\n"):
            closing = "}" * (opening.count("{") + 1)
            self.assertEqual(self.check("ui/a.cpp", opening + "{\n" + "a();\n" * 50 + closing), [], opening)
            self.assertIn("a function of", self.check("ui/a.cpp", opening + "{\n" + "a();\n" * 70 + closing)[0])

    def test_a_long_table_is_no_function(self):
        self.assertEqual(self.check("ui/a.cpp", "const int table[] = {\n" + "1,\n" * 70 + "};\n"), [])

    def test_a_long_line_is_rejected(self):
        self.assertIn("121 columns", self.check("tests/a.cpp", "/" * 121)[0])


class Words(NetTest):
    def check(self, path, text):
        self.write(path, text)
        return check_words.check(self.root)

    def test_every_banned_word_is_rejected(self):
        for word in ("a.processEvents();", "QEventLoop loop;", "QTest::qWait(1);", "connect(a, SIGNAL(b()));",
                     "const_cast<int &>(a);", "QCoro::waitFor(a);", "QCoro::detail::X a;", "QColor c;",
                     "tr(\"a\");", "x = tr (a);", "// TODO later", "p.time_since_epoch();", "QThread::create(f);"):
            self.assertEqual(len(self.check("core/base/a.cpp", word + "\n")), 1, word)

    def test_words_in_comments_and_texts_are_free(self):
        self.assertEqual(self.check("core/base/a.cpp", '// no QEventLoop here\nf("QColor"); /* tr( */ str(1);\n'), [])

    def test_a_word_is_free_where_it_belongs(self):
        self.assertEqual(self.check("core/coro/a.h", "QCoro::detail::TaskPromise<int> p;\n"), [])
        self.assertEqual(self.check("ui/a.cpp", "QColor c; tr(a);\n"), [])

    def test_a_file_without_licence_line_is_rejected(self):
        (self.root / "core").mkdir()
        (self.root / "core" / "a.h").write_text("#pragma once\n", encoding="utf-8")
        self.assertIn("SPDX", check_words.check(self.root)[0])


if __name__ == "__main__":
    unittest.main()
