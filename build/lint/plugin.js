import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complaint } from './layers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const layers = {
  meta: { type: 'problem', docs: { description: 'Imports follow the layers of the house.' }, schema: [] },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const check = (node) => {
      const specifier = node.source?.value;
      const words = typeof specifier === 'string' ? complaint(file, specifier) : null;
      if (words) context.report({ node, message: words });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

/** Raw IPC stays behind the one door; main.ts only hands it over. */
const oneDoor = {
  meta: { type: 'problem', docs: { description: 'Only main/ipc and the preload speak raw IPC.' }, schema: [] },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    if (!/^(main|renderer|preload)\//.test(file) || file.startsWith('main/ipc/') || ['preload/preload.ts', 'main/main.ts'].includes(file)) return {};
    return {
      ImportSpecifier(node) {
        if (/^ipc(Main|Renderer)$/.test(node.imported.name ?? '')) context.report({ node, message: 'Use the door in main/ipc.' });
      },
    };
  },
};

/** Tests are never switched off, focused, or put to sleep. */
const honestTests = {
  meta: { type: 'problem', docs: { description: 'No skipped, focused or sleeping tests.' }, schema: [] },
  create(context) {
    if (!/\.test\.tsx?$/.test(context.filename)) return {};
    return {
      MemberExpression(node) {
        const name = node.property?.name;
        if (['only', 'skip', 'todo', 'fails'].includes(name) && ['it', 'test', 'describe'].includes(node.object?.name)) {
          context.report({ node, message: `A test may not be marked ${name}.` });
        }
        if (name === 'waitForTimeout') context.report({ node, message: 'Wait for a condition, not for time.' });
      },
    };
  },
};

export default { meta: { name: 'bursar' }, rules: { layers, 'one-door': oneDoor, 'honest-tests': honestTests } };
