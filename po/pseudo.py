#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a pseudo-translation, to see which texts cannot be translated and where longer ones do not fit.

“Drop %u Opportunities” becomes “[Ðŕóþ %u Óþþóŕţúñíţíéš ···]”: a text without brackets was not marked
for translation, and the dots make it a third longer, as German and Polish are. Formats, mnemonics,
markup and line ends stay as they are.

Usage: pseudo.py TEMPLATE.pot OUTPUT.po
"""
import ast
import re
import sys

PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
FANCY = 'áƀçðéƒĝħíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĦÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ'
LETTERS = str.maketrans(PLAIN, FANCY)
KEPT = re.compile(r'%(?:\d+\$)?[-+ #0\']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]|&\w+;|<[^<>]*>|https?://\S+|--[a-z-]+')
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def unquote(text):
    return ''.join(ast.literal_eval(part) for part in STRING.findall(text))


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"'


def pseudo(text):
    body = text.rstrip('\n')
    parts, at = [], 0
    for kept in KEPT.finditer(body):
        parts += [body[at:kept.start()].translate(LETTERS), kept[0]]
        at = kept.end()
    parts.append(body[at:].translate(LETTERS))
    return '[' + ''.join(parts) + ' ' + '·' * max(1, len(body) // 3) + ']' + text[len(body):]


def translate(block):
    head = block[:block.index('msgstr')]
    singular = unquote(re.search(r'^msgid (.*?)(?=^msg)', block, re.M | re.S)[1])
    plural = re.search(r'^msgid_plural (.*?)(?=^msg)', block, re.M | re.S)
    if plural:
        return f'{head}msgstr[0] {quote(pseudo(singular))}\nmsgstr[1] {quote(pseudo(unquote(plural[1])))}'
    return f'{head}msgstr {quote(pseudo(singular))}'


def main():
    template, output = sys.argv[1:]
    with open(template, encoding='utf-8') as source:
        blocks = source.read().rstrip('\n').split('\n\n')
    header = ('msgid ""\nmsgstr ""\n"Language: en_XA\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
              '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"')
    with open(output, 'w', encoding='utf-8') as target:
        target.write('\n\n'.join([header] + [translate(block) for block in blocks[1:]]) + '\n')


main()
