import { licences } from 'virtual:licences';
import { For, type JSX, Show } from 'solid-js';
import { useText } from '../../text/text.tsx';
import '../../styles/licences.css';

/** Every package with its licence; those whose code is in the app with all of its words. */
export function LicenceList(): JSX.Element {
  const text = useText();
  const inApp = licences.filter(({ part }) => part === 'app');
  const tools = licences.filter(({ part }) => part === 'tool');
  return (
    <>
      <h3>{text('aboutInApp')}</h3>
      <ul class="licence-list">
        <For each={inApp}>
          {(item) => (
            <li>
              <details>
                <summary>
                  <bdi>{item.name}</bdi> {item.version} · {item.licence}
                </summary>
                <Show when={item.text !== ''} fallback={<p class="muted">{text('aboutNoText')}</p>}>
                  <pre dir="ltr" tabindex="0">
                    {item.text}
                  </pre>
                </Show>
              </details>
            </li>
          )}
        </For>
      </ul>
      <h3>{text('aboutTools')}</h3>
      <div class="licence-tools">
        <table>
          <thead>
            <tr>
              <th scope="col">{text('aboutPackage')}</th>
              <th scope="col">{text('aboutVersion')}</th>
              <th scope="col">{text('aboutLicenceOf')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={tools}>
              {(item) => (
                <tr>
                  <td>
                    <bdi>{item.name}</bdi>
                  </td>
                  <td>{item.version}</td>
                  <td>{item.licence}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
