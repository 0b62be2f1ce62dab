#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foothold authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one export file (src/exchange/foothold-export-format.h) from the sample's prose.

The prose is in *.txt files: blocks with "---" between them, "key: value" lines in a
block, a value going on in lines indented by two spaces. Dates are counted from
today ("+12d", "-3d 14:05"); foothold-sample.c resolves them when the sample is
loaded. Ids are fixed by the order of the blocks, so the file is always the same.

Usage: make.py ROWS_C APPLICATION_ROWS_C OUTPUT FILE…
"""
import json
import re
import sys

DECIMALS = {'VND': 0, 'JPY': 0, 'KRW': 0}
FACT_SOURCE = {'contact': 'conversation', 'event': 'conversation', 'professor': 'conversation', 'mail': 'mail',
               'career-service': 'mail', 'other': 'typed'}
PERIOD = {'fixed': 'project', 'hourly': 'hour', 'results': 'project', 'stipend': 'month'}
LISTS = ('deliver', 'history', 'stated', 'target', 'answer', 'item', 'interview', 'follow_up', 'ask', 'told')
# The default columns and the states they hold, as data/sql/003.sql has them.
STAGES = {'1': ('draft',), '2': ('submitted', 'acknowledged', 'under-review'), '3': ('interview', 'shortlisted'), '4': ('offer',)}
# 2026-09-01 in milliseconds since 2020: ids are time-ordered numbers.
FIRST_ID = 210_384_000_000 << 22


def die(where, message):
    sys.exit(f'{where}: {message}')


def read_fields(path):
    """The field tables of the store, so that a field that is renamed there is an error here."""
    text = open(path, encoding='utf-8').read()
    fields = {}
    for kind, name, type_, flags in re.findall(r'FIELD \((\w+), (\w+), (\w+), ([^)]*)\)', text):
        fields.setdefault(kind, []).append((name, type_, flags))
    return fields


def strip(block):
    return {key: value if isinstance(value, list) else value.strip('\n') for key, value in block.items()}


def read_blocks(path):
    block, key, start = {}, None, 1
    with open(path, encoding='utf-8') as lines:
        for n, line in enumerate(lines, 1):
            line = line.rstrip('\n')
            where = f'{path}:{n}'
            if line.startswith('#'):
                continue
            if line == '---':
                if block:
                    yield f'{path}:{start}', strip(block)
                block, key, start = {}, None, n + 1
            elif line.startswith('  ') or not line.strip():
                if key is None:
                    if line.strip():
                        die(where, 'text before any key')
                    continue
                value = block[key]
                if isinstance(value, list):
                    if line.strip():
                        die(where, f'{key} is one line')
                else:
                    block[key] = value + '\n' + line[2:]
            else:
                key, colon, value = line.partition(':')
                if not colon:
                    die(where, 'neither a key nor an indented line')
                value = value.strip()
                if key in LISTS:
                    block.setdefault(key, []).append(value)
                elif key in block:
                    die(where, f'{key} is there twice')
                else:
                    block[key] = value
    if block:
        yield f'{path}:{start}', strip(block)


class Sample:
    def __init__(self, fields):
        self.fields = fields
        self.n = 0
        self.used = {}
        self.opportunities, self.goals, self.targets, self.wants, self.terms, self.profile, self.rates = [], [], [], [], [], [], []
        self.organisations, self.persons, self.skills, self.places = {}, {}, {}, {}
        self.applications, self.stories, self.told = [], [], []

    def id(self):
        self.n += 1
        return str(FIRST_ID + (self.n << 22) + self.n * 2654435761 % (1 << 22))

    def money(self, where, value, currency):
        if not re.fullmatch(r'\d+(\.\d+)?', value):
            die(where, f'no amount: {value}')
        return f'{float(value):.{DECIMALS.get(currency, 2)}f}'

    def value(self, where, name, kind, text, currency):
        if kind == 'MONEY':
            return self.money(where, text, currency)
        if kind == 'BOOL':
            if text not in ('yes', 'no'):
                die(where, f'{name}: yes or no')
            return text == 'yes'
        if kind == 'INT':
            return int(text)
        if kind == 'MINUTES':
            number = float(text)
            return int(number) if number.is_integer() else number
        if kind in ('DATE', 'INSTANT'):
            if not re.fullmatch(r'[+-]\d+d' + ('' if kind == 'DATE' else r' \d\d:\d\d'), text):
                die(where, f'{name}: no counted date: {text}')
        return text

    def row(self, where, entity, block, skip=(), **given):
        """An object with every key of the field table, in its order."""
        row = {'id': self.id()}
        rest = dict(block)
        currency = block.get('currency') or block.get('floor_currency')
        for name, kind, flags in self.fields[entity]:
            if name == 'batch' or name in skip:
                continue
            key = name.replace('minutes', 'hours', 1) if kind == 'MINUTES' else name
            if name in given:
                row[key] = given[name]
            elif key in rest:
                row[key] = self.value(where, name, kind, rest.pop(key).strip('\n'), currency)
            else:
                row[key] = False if kind == 'BOOL' and 'REQUIRED' in flags else None
        for key in rest:
            if key not in given:
                die(where, f'unknown key {key}')
        return row

    def organisation(self, name):
        if name not in self.organisations:
            self.organisations[name] = self.row('organisation', 'Organisation', {'name': name})
        return self.organisations[name]

    def person(self, name, organisation):
        if name not in self.persons:
            row = self.row('person', 'Person', {'name': name, 'role': 'supervisor', 'organisation': organisation['name']},
                           organisation_id=organisation['id'])
            self.persons[name] = row
        return self.persons[name]

    def skill(self, name):
        if name not in self.skills:
            self.skills[name] = self.row('skill', 'Skill', {'name': name})
        return self.skills[name]

    def expand_pay(self, where, block):
        """“fixed 600 EUR”, “hourly 18-22 EUR”, “stipend 400 EUR/month”, “unpaid”."""
        pay = re.fullmatch(r'(\w+)(?: ([\d.]+)(?:-([\d.]+))? ([A-Z]{3})(?:/(\w+))?)?', block.pop('pay'))
        if pay is None:
            die(where, 'pay is not understood')
        kind, low, high, currency, period = pay.groups()
        block['pay_kind'] = kind
        if low:
            block.update(pay_gross_min=low, pay_gross_max=high or low, currency=currency,
                         pay_period=period or PERIOD[kind])

    def add_opportunity(self, where, block):
        block = dict(block)
        if 'pay' in block:
            self.expand_pay(where, block)
        if 'hours' in block:
            low, _, high = block.pop('hours').partition('-')
            block.update(hours_min=low, hours_max=high or low)
        if 'apply_by' in block:
            block.setdefault('apply_window', 'date')
        block.setdefault('origin', 'found')
        block.setdefault('kind', 'micro-internship')
        block.setdefault('fact_source', FACT_SOURCE.get(block.get('source'), 'page'))
        names = {name for name, _, _ in self.fields['Opportunity']}

        history, state = self.states(where, block.pop('history', []))
        block['state'] = state
        block.setdefault('created_at', history[0]['at'])

        deliverables = []
        for line in block.pop('deliver', []):
            parts = [part.strip() or None for part in line.split('|')] + [None, None]
            deliverables.append({'id': self.id(), 'title': parts[0], 'acceptance': parts[1], 'due_on': parts[2]})

        facts = {}
        for line in block.pop('stated', []):
            field, source = line.split()
            facts[field] = ('stated', source)
        for field in re.split(r'[,\s]+', block.pop('not_said', '')):
            if field:
                facts[field] = ('not-said', None)
        for field, (knowledge, _) in facts.items():
            key = field.replace('minutes', 'hours', 1)
            if field not in names:
                die(where, f'facts: no field {field}')
            if (knowledge == 'stated') != bool(block.get(key)):
                die(where, f'facts: {field} is {knowledge}, its value is {block.get(key)!r}')

        skills = [name.strip() for name in block.pop('skills', '').split(';') if name.strip()]
        tags = [name.strip() for name in block.pop('tags', '').split(';') if name.strip()]
        answers = [(int(n), word) for key, word in (('met', 'yes'), ('not_met', 'no')) for n in re.findall(r'\d+', block.pop(key, ''))]
        organisation = self.organisation(block['organisation']) if 'organisation' in block else None
        supervisor = self.person(block['supervisor'], organisation) if 'supervisor' in block else None
        row = self.row(where, 'Opportunity', block,
                       organisation_id=organisation['id'] if organisation else None,
                       supervisor_id=supervisor['id'] if supervisor else None)
        for name in skills:
            self.skill(name)
        row['skills'] = skills
        row['tags'] = tags
        row['answers'] = sorted(answers)
        row['deliverables'] = deliverables
        row['facts'] = [{'id': self.id(), 'field': field, 'knowledge': knowledge, 'source': source}
                        for field, (knowledge, source) in sorted(facts.items())]
        row['history'] = history
        row['attachments'] = []
        self.opportunities.append(row)

    def states(self, where, lines):
        """The changes of state, the last of them, and the ids they get."""
        history, state = [], None
        for line in lines:
            match = re.fullmatch(r'(-\d+d \d\d:\d\d) (?:(me|import|clock|host) )?([a-z-]+)(?:: (.*))?', line)
            if match is None:
                die(where, f'history is not understood: {line}')
            at, actor, to, reason = match.groups()
            history.append({'id': self.id(), 'at': at, 'actor': actor or 'me', 'from_state': state, 'to_state': to,
                            'reason': reason})
            state = to
        if not history:
            die(where, 'no history')
        return history, state

    def children(self, where, entity, blocks):
        return [self.row(where, entity, {key: value for key, value in block.items() if value is not None}, skip=('application', 'position'))
                for block in blocks]

    def add_application(self, where, block):
        title = block.pop('application')
        opportunity = next((row for row in self.opportunities if row['title'] == title), None)
        if opportunity is None:
            die(where, f'no opportunity {title}')
        if opportunity['state'] != 'applying':
            die(where, f'{title} is {opportunity["state"]}, and there is an application')
        history, state = self.states(where, block.pop('history', []))
        split = lambda line, n: [part.strip() or None for part in line.split('|')] + [None] * n
        answers = [dict(zip(('question', 'answer'), split(line, 2))) for line in block.pop('answer', [])]
        items = [dict(zip(('text', 'done_on'), split(line, 2))) for line in block.pop('item', [])]
        meetings = [dict(zip(('meets_on', 'meets_time', 'meets_zone', 'kind', 'place', 'notes'), split(line, 6))) for line in block.pop('interview', [])]
        follow_ups = [dict(zip(('sent_on', 'text'), split(line, 2))) for line in block.pop('follow_up', [])]
        asks = [dict(zip(('text', 'asked_on'), split(line, 2))) for line in block.pop('ask', [])]
        row = self.row(where, 'Application', block, opportunity=opportunity['id'], state=state,
                       stage=next(stage for stage, states in STAGES.items() if state in states),
                       position=len(self.applications) << 20, created_at=history[0]['at'])
        row['history'] = history
        row['answers'] = self.children(where, 'ApplicationAnswer', answers)
        row['checklist'] = self.children(where, 'ChecklistItem', items)
        row['interviews'] = self.children(where, 'Interview', meetings)
        row['follow_ups'] = self.children(where, 'FollowUp', follow_ups)
        row['files'] = []
        row['host_questions'] = self.children(where, 'HostQuestion', asks)
        self.applications.append(row)

    def add_story(self, where, block):
        """“told: APPLICATION | KEY | QUESTION”: where it answers a likely question."""
        told = [[part.strip() for part in line.split('|')] for line in block.pop('told', [])]
        story = self.row(where, 'Story', {'title': block.pop('story'), **block})
        self.stories.append(story)
        for title, key, text in told:
            opportunity = next((row['id'] for row in self.opportunities if row['title'] == title), None)
            application = next((row['id'] for row in self.applications if row['opportunity'] == opportunity), None)
            if application is None:
                die(where, f'no application for {title}')
            self.told.append(self.row(where, 'InterviewStory', {'question': key, 'text': text}, application=application, story=story['id']))

    def add(self, where, block):
        what = next(iter(block))
        if what == 'opportunity':
            block = {'title': block['opportunity'], **{k: v for k, v in block.items() if k != 'opportunity'}}
            self.add_opportunity(where, block)
        elif what == 'application':
            self.add_application(where, dict(block))
        elif what == 'story':
            self.add_story(where, dict(block))
        elif what == 'profile':
            self.profile.append(self.row(where, 'Profile', {'name': block.pop('profile'), **block}) | {'id': '1'})
        elif what == 'organisation':
            row = self.row(where, 'Organisation', {'name': block.pop('organisation'), **block})
            self.organisations[row['name']] = row
        elif what == 'person':
            organisation = self.organisation(block['organisation']) if 'organisation' in block else None
            row = self.row(where, 'Person', {'name': block.pop('person'), **block},
                           organisation_id=organisation['id'] if organisation else None)
            self.persons[row['name']] = row
        elif what == 'skill':
            row = self.row(where, 'Skill', {'name': block.pop('skill'), **block})
            self.skills[row['name']] = row
        elif what == 'want':
            self.wants.append(self.row(where, 'Want', {'text': block['want']}, position=len(self.wants)))
        elif what == 'goal':
            targets = block.pop('target', [])
            goal = self.row(where, 'Goal', {'title': block.pop('goal'), **block}, rank=len(self.goals) + 1)
            self.goals.append(goal)
            for line in targets:
                kind, value = line.split(' ', 1)
                self.targets.append(self.row(where, 'GoalTarget', {'kind': kind, 'value': value}, goal=goal['id']))
        elif what == 'place':
            row = self.row(where, 'Place', {'name': block.pop('place'), **block})
            self.places[row['name']] = row
        elif what == 'rate':
            one, other, worth = block.pop('rate').split()
            self.rates.append(self.row(where, 'ExchangeRate', block, from_currency=one, to_currency=other, micro=round(float(worth) * 1000000)))
        elif what == 'term':
            self.terms.append(self.row(where, 'Term', {'name': block.pop('term'), **block}))
        else:
            die(where, f'what is {what}?')

    def answer_wants(self):
        """“met: 1 3”: the first and the third want. They come last, so that the ids of all else stay."""
        for row in self.opportunities:
            row['answers'] = [{'id': self.id(), 'item': f'want/{self.wants[n - 1]["id"]}', 'answer': word, 'source': 'typed', 'note': None}
                              for n, word in row['answers']]

    def link_places(self):
        """Places come last, so that the ids of all else stay."""
        for row in self.opportunities:
            if row['place'] is not None:
                if row['place'] not in self.places:
                    die(row['title'], f'no place {row["place"]}')
                row['place_id'] = self.places[row['place']]['id']

    def dump(self):
        by_id = lambda rows: sorted(rows, key=lambda row: int(row['id']))
        return {'format': 'foothold', 'version': 1,
                'opportunities': by_id(self.opportunities), 'organisations': by_id(self.organisations.values()),
                'persons': by_id(self.persons.values()), 'skills': by_id(self.skills.values()), 'goals': by_id(self.goals),
                'places': by_id(self.places.values()), 'goal_targets': by_id(self.targets), 'wants': by_id(self.wants), 'terms': by_id(self.terms),
                'exchange_rates': by_id(self.rates),
                'profile': self.profile, 'applications': by_id(self.applications),
                'stories': by_id(self.stories), 'interview_stories': by_id(self.told), 'files': []}


def main():
    rows_c, application_rows_c, output, *paths = sys.argv[1:]
    sample = Sample(read_fields(rows_c) | read_fields(application_rows_c))
    for path in paths:
        for where, block in read_blocks(path):
            sample.add(where, block)
    sample.link_places()
    sample.answer_wants()
    with open(output, 'w', encoding='utf-8') as out:
        json.dump(sample.dump(), out, ensure_ascii=False, indent=2)
        out.write('\n')


main()
