import { type Accessor, createSignal } from 'solid-js';
import type { Result } from '../../../domain/result.ts';
import type { SourceFile } from '../../../formats/format.ts';
import type { ReadProject } from '../../../formats/registry.ts';
import type { Services } from '../../services.tsx';
import { namesOf } from './load-files.ts';

/** Somebody is asked for the passphrase of a file. */
export interface AskedPassphrase {
  /** Of the file. */
  readonly name: string;
  /** The one that was given last is not it. */
  readonly isWrong: boolean;
  readonly isTrying: boolean;
  /** Null: thought better of it. */
  readonly answer: (passphrase: string | null) => void;
}

export interface LockedFiles {
  readonly asked: Accessor<AskedPassphrase | null>;
  /** Reads a project; for a locked one the passphrase is asked for until it is right, or nobody wants to try again. */
  read(files: readonly SourceFile[]): Promise<Result<ReadProject>>;
}

export function createLockedFiles(services: Pick<Services, 'formats'>): LockedFiles {
  const [asked, setAsked] = createSignal<AskedPassphrase | null>(null);

  function ask(name: string, isWrong: boolean): Promise<string | null> {
    return new Promise((resolve) => {
      setAsked({
        name,
        isWrong,
        isTrying: false,
        answer(passphrase) {
          setAsked((before) => (passphrase === null || before === null ? null : { ...before, isTrying: true }));
          resolve(passphrase);
        },
      });
    });
  }

  return {
    asked,
    async read(files) {
      const name = namesOf(files);
      let read = await services.formats.read(files);
      for (;;) {
        const codes = read.ok ? [] : read.diagnostics.map(({ code }) => code);
        const isWrong = codes.includes('locked.wrong');
        if (!isWrong && !codes.includes('locked.needed')) break;
        const passphrase = await ask(name, isWrong);
        if (passphrase === null) break;
        read = await services.formats.read(files, { passphrase });
      }
      setAsked(null);
      return read;
    },
  };
}
