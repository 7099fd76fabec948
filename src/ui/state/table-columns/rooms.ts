import type { ItemLists } from '../../../domain/operations/operation.ts';
import { type TableDefinition, withOptional } from '../table/column.ts';
import { usualSeats } from '../table/named-item.ts';
import { featuresOf, idColumn, largestNumber, nameColumn, roomTypesOf, tagsColumn, wordsOf } from './common.ts';

type Room = ItemLists['rooms'];

export const roomsTable: TableDefinition<'rooms'> = {
  list: 'rooms',
  title: 'dataRooms',
  hint: 'tableHintRooms',
  blank: (id) => ({ id, name: '', capacity: usualSeats }),
  columns: [
    idColumn<Room>(),
    nameColumn<Room>(['room', 'raum', 'salle']),
    {
      key: 'capacity',
      title: 'columnSeats',
      headings: ['seats', 'capacity', 'places'],
      width: 90,
      kind: { type: 'integer', min: 0, max: largestNumber, isNeeded: true },
      read: ({ capacity }) => capacity,
      write: (room, value) => ({ ...room, capacity: Number(value) }),
    },
    {
      key: 'type',
      title: 'columnRoomType',
      headings: ['type', 'kind', 'room type'],
      width: 120,
      kind: { type: 'text', suggestions: roomTypesOf },
      read: ({ type }) => type ?? null,
      write: (room, value) => withOptional(room, 'type', value),
    },
    {
      key: 'features',
      title: 'columnFeatures',
      headings: ['features', 'equipment'],
      width: 180,
      kind: { type: 'words', suggestions: featuresOf },
      read: ({ features }) => features ?? null,
      write: (room, value) => withOptional(room, 'features', value),
    },
    {
      key: 'building',
      title: 'columnBuilding',
      headings: ['building', 'site', 'campus'],
      width: 130,
      kind: { type: 'text', suggestions: (data) => wordsOf(data.rooms.flatMap(({ building }) => building ?? [])) },
      read: ({ building }) => building ?? null,
      write: (room, value) => withOptional(room, 'building', value),
    },
    {
      key: 'shareable',
      title: 'columnShareable',
      headings: ['shareable', 'at once'],
      width: 124,
      kind: { type: 'integer', min: 1, max: 1000 },
      read: ({ shareable }) => shareable ?? null,
      write: (room, value) => withOptional(room, 'shareable', value === 1 ? null : value),
    },
    tagsColumn<Room>('rooms'),
  ],
};
