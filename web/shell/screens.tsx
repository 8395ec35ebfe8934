import type { ComponentChildren } from 'preact';
import { AuditScreen } from '../lists/audit-screen.tsx';
import { LetterScreen } from '../lists/letter-screen.tsx';
import { LettersScreen } from '../lists/letters-screen.tsx';
import { MissingScreen } from '../lists/missing-screen.tsx';
import { RulesScreen } from '../lists/rules-screen.tsx';
import { StatisticsScreen } from '../lists/statistics-screen.tsx';
import { QueueScreen } from '../queue/queue-screen.tsx';
import { ReportScreen } from '../report/report-screen.tsx';
import { TriageScreen } from '../triage/triage-screen.tsx';
import { UploadScreen } from '../upload/upload-screen.tsx';
import type { Word } from '../words/zh.ts';
import { YearsScreen } from '../years/years-screen.tsx';
import { NoScreen } from './no-screen.tsx';
import type { Place } from './use-place.ts';

interface Screen {
  /** What the screen is called. */
  readonly name: Word;
  readonly show: (place: Place) => ComponentChildren;
}

const SCREENS: Readonly<Record<string, Screen>> = {
  '/': { name: 'queue', show: ({ query }) => <QueueScreen key={withoutLimit(query)} query={query} /> },
  '/triage': { name: 'triage', show: ({ query }) => <TriageScreen key={query.toString()} query={query} /> },
  '/upload': { name: 'upload', show: () => <UploadScreen /> },
  '/missing': { name: 'missing', show: ({ query }) => <MissingScreen query={query} /> },
  '/statistics': { name: 'statistics', show: ({ query }) => <StatisticsScreen query={query} /> },
  '/letters': { name: 'letters', show: ({ query }) => <LettersScreen query={query} /> },
  '/audit': { name: 'audit', show: ({ query }) => <AuditScreen query={query} /> },
  '/rules': { name: 'rules', show: () => <RulesScreen /> },
};

/** What is selected stays while the list grows, and goes with any other filter: nothing unseen is decided on. */
function withoutLimit(query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  rest.delete('limit');
  return rest.toString();
}

const REPORT = /^\/report\/(?<body>[^/]+)\/(?<year>[^/]+)$/u;
const LETTER = /^\/letter\/(?<id>[^/]+)$/u;
const YEARS = /^\/body\/(?<of>[^/]+)$/u;

/** The screen of an address. */
export function screenAt(path: string): Screen {
  const { body, year } = REPORT.exec(path)?.groups ?? {};
  if (body !== undefined && year !== undefined)
    return {
      name: 'report',
      show: ({ query }) => (
        <ReportScreen
          key={`${path} ${query.get('revision')}`}
          body={decodeURIComponent(body)}
          year={year}
          query={query}
        />
      ),
    };
  const { id } = LETTER.exec(path)?.groups ?? {};
  if (id !== undefined) return { name: 'letters', show: () => <LetterScreen id={decodeURIComponent(id)} /> };
  const { of } = YEARS.exec(path)?.groups ?? {};
  if (of !== undefined) return { name: 'years', show: () => <YearsScreen body={decodeURIComponent(of)} /> };
  return SCREENS[path] ?? { name: 'queue', show: () => <NoScreen /> };
}
