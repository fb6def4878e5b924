/** Gives each request to the desk and cuts long answers into parts. */
import { createIdGenerator } from '@shared/lib/ids';
import { z } from 'zod';
import type { DeskMessage, DeskRequest } from './desk-messages';
import type { WorkbookOverview } from './desk-model';
import { Desk } from './import-desk';

// The strict content policy forbids the code generation zod uses by default.
z.config({ jitless: true });

const desk = new Desk(createIdGenerator(Date.now, (into) => crypto.getRandomValues(into)));
/** A part of this many elements takes the page a few milliseconds to receive. */
const elementsPerPart = 400;

const say = (message: DeskMessage): void => self.postMessage(message);

function sayParts(id: number, elements: readonly unknown[]): void {
  for (let start = 0; start < elements.length; start += elementsPerPart)
    say({ id, kind: 'part', part: elements.slice(start, start + elementsPerPart) });
}

function sayOverview(id: number, overview: WorkbookOverview): WorkbookOverview {
  sayParts(
    id,
    overview.sheets.flatMap(({ problems }, index) => problems.map((problem) => [index, problem])),
  );
  return { ...overview, sheets: overview.sheets.map((sheet) => ({ ...sheet, problems: [] })) };
}

async function answer(request: DeskRequest): Promise<unknown> {
  const { id } = request;
  switch (request.method) {
    case 'open':
      return desk.open(request.file, (progress) => say({ id, kind: 'progress', progress }));
    case 'read':
      return sayOverview(id, desk.read(request.context));
    case 'texts':
      sayParts(id, desk.textsOf(request.sheet));
      return null;
    case 'register':
      desk.setRegister(request.collection, request.documents, request.isFirst);
      return null;
    case 'plan': {
      const { items, ...plan } = desk.planWith(request.request);
      sayParts(id, items);
      return plan;
    }
    case 'draft':
      return desk.draftOf(request.key);
    case 'operations':
      sayParts(id, desk.operations(request.kept));
      return null;
  }
}

self.onmessage = ({ data }: MessageEvent<DeskRequest>) => {
  answer(data).then(
    (value) => say({ id: data.id, kind: 'done', value }),
    (reason: unknown) => say({ id: data.id, kind: 'failed', reason: String(reason) }),
  );
};
