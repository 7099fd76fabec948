/**
 * A project as the first version of the app saved it, with everything that could be in it then: no checksum, no term, no
 * configurations of courses, no switched-off rules. It is never changed: whoever has such a file must be able to open it.
 */
export const firstProjectFile = `{
  "format": "horarium",
  "formatVersion": 1,
  "problem": {
    "name": "First school",
    "calendar": {
      "days": [{ "id": "mon", "name": "Monday" }, { "id": "tue", "name": "Tuesday" }],
      "slots": [
        { "start": "08:00", "end": "08:45", "name": "1" },
        { "start": "08:50", "end": "09:35" },
        { "start": "09:35", "end": "10:00" },
        { "start": "10:00", "end": "24:00" }
      ],
      "weekCount": 2,
      "breaks": [{ "name": "Break", "slot": 2, "days": ["mon"] }],
      "closed": [{ "day": "tue", "slots": [3] }]
    },
    "meetingTimes": [{ "id": "odd", "days": ["mon", "tue"], "start": 0, "length": 1, "weeks": [0] }],
    "courses": [{ "id": "maths", "name": "Maths", "tags": ["core"] }, { "id": "art", "name": "Art" }],
    "rooms": [
      { "id": "r1", "name": "Room 1", "capacity": 30, "type": "lecture", "features": ["piano"], "building": "North", "tags": ["a"] },
      { "id": "hall", "name": "Hall", "capacity": 200, "shareable": 2 }
    ],
    "instructors": [{ "id": "kim", "name": "Kim", "tags": ["head"] }, { "id": "lee", "name": "Lee" }],
    "groups": [
      { "id": "y", "name": "Year", "size": 30, "tags": ["y"] },
      { "id": "a", "name": "A", "size": 15, "parentId": "y", "overlaps": ["f"] },
      { "id": "f", "name": "French", "size": 10, "parentId": "y" }
    ],
    "students": [{ "id": "s1", "name": "Zoë", "eventIds": ["e1"] }, { "id": "s2", "eventIds": [] }],
    "events": [
      {
        "id": "e1", "courseId": "maths", "name": "Algebra", "duration": 1, "times": [{ "id": "odd" }, { "id": "mon@1", "penalty": 2 }],
        "roomCount": 1, "rooms": [{ "id": "r1" }, { "id": "hall", "penalty": 1 }], "instructors": [{ "id": "kim" }, { "id": "lee" }],
        "instructorCount": 1, "groupIds": ["a"], "size": 16, "roomTypes": ["lecture"], "features": ["piano"], "tags": ["t"],
        "lock": { "timeId": "mon@1", "roomIds": ["r1"], "instructorIds": ["kim"] }
      },
      { "id": "e2", "courseId": "art", "duration": 2, "weeks": [1], "groupIds": ["y", "f"] }
    ],
    "rules": [
      { "id": "g", "kind": "maxGapsPerDay", "scope": { "of": "groups", "except": ["f"] }, "params": { "max": 1 }, "hard": false, "weight": 3, "note": "asked for" },
      { "id": "u", "kind": "unavailable", "scope": { "of": "instructors", "tags": ["head"] }, "params": { "slots": [{ "day": "tue", "slots": [0] }] }, "hard": true, "weight": 1 }
    ],
    "notEnforced": [{ "format": "fet", "kind": "ConstraintX", "text": "<ConstraintX/>", "count": 1 }]
  },
  "timetables": [
    {
      "id": "t1", "name": "First", "createdAt": "2026-01-05T08:00:00.000Z",
      "timetable": { "assignments": [{ "eventId": "e1", "timeId": "mon@1", "roomIds": ["r1"], "instructorIds": ["kim"] }, { "eventId": "e2", "roomIds": [], "instructorIds": [] }] }
    }
  ]
}`;
