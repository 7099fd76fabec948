import type { Notices } from '../frame/notices.ts';
import type { ProjectEditor } from './project-editor.ts';

/** Longer than other notices: somebody looks first at what was done. */
const seconds = 20;

/** Says what was just done, and offers to take that step back as long as nothing was done after it. */
export function offerUndo(
  notices: Notices,
  editor: Pick<ProjectEditor, 'lastStep' | 'undo'>,
  step: number,
  text: string,
  label: string,
): void {
  const undo = () => {
    if (editor.lastStep() === step) editor.undo();
  };
  notices.offer(text, label, undo, seconds);
}
