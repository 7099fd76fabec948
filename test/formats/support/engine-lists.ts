import type { SourceFile } from '../../../src/formats/format.ts';
import { jsonFile } from './files.ts';

/** A tiny faculty of our own in the four lists. */
export const engineLists = {
  courses: [
    { CourseCode: 'BIO 1', CourseTitle: 'Cells', L: 3, T: 2, P: 6, PracticalRoomFeatures: 'Wet Lab, Microscopes' },
    { CourseCode: 'BIO 2', CourseTitle: 'Plants', L: 1, T: 0, P: 1.5, PracticalRoomFeatures: '' },
    { CourseCode: 'BIO 3', CourseTitle: 'Animals', L: 2, T: 0, P: 0.5, PracticalRoomFeatures: 'Aquarium' },
    { CourseCode: 'BIO 9', CourseTitle: 'Nobody takes it', L: 2 },
  ],
  groups: [
    {
      group_id: 'B1',
      name: 'Biology 1',
      student_count: 41,
      courses: ['BIO 1', 'BIO 2', 'BIO 3', 'BIO 8'],
      subgroups: ['B1a', 'B1b'],
    },
    { group_id: 'B2', name: 'Biology 2', student_count: 20, courses: ['BIO 2'] },
  ],
  instructors: [
    {
      id: 'I1',
      name: 'Instructor 1',
      courses: [
        { coursecode: 'BIO 1', coursetype: 'Theory' },
        { coursecode: 'BIO 1', coursetype: 'Practical' },
      ],
      availability: {
        monday: [{ start: '10:15', end: '13:30' }],
        Tuesday: null,
        Saturday: [{ start: '10:00', end: '12:00' }],
      },
    },
    { id: 'I2', name: 'Instructor 2', courses: ['BIO 2', 'BIO 2-PR', 'BIO 3'], availability: {} },
  ],
  rooms: [
    { room_id: 'R1', name: 'Room 1', capacity: 48, type: 'Lecture' },
    { room_id: 'R2', name: 'Room 2', capacity: 30, type: 'Seminar Room' },
    { room_id: 'R3', name: 'Wet lab', capacity: 24, type: 'Practical', features: ['wet lab'] },
    { room_id: 'R4', name: 'Dry lab', capacity: 24, type: 'Lab' },
    { room_id: 'R5', name: 'Any use', capacity: 24, type: 'Both' },
  ],
};

export type EngineLists = { [Part in keyof typeof engineLists]: readonly unknown[] };

export function engineFiles(change: Partial<EngineLists> = {}): SourceFile[] {
  const lists: EngineLists = { ...engineLists, ...change };
  return [
    jsonFile('Course.json', lists.courses),
    jsonFile('Groups.json', lists.groups),
    jsonFile('Instructors.json', lists.instructors),
    jsonFile('Rooms.json', lists.rooms),
  ];
}

/** The newer form of the lists. */
export function newerLists(): Partial<EngineLists> {
  return {
    courses: engineLists.courses.map((course, index) => ({ ...course, NeedsScheduling: index !== 1 })),
    instructors: engineLists.instructors.map((entry) => ({ ...entry, maxLoad: { lecture: 4, practical: 2 } })),
  };
}
