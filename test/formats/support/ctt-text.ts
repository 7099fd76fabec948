/** A small instance of our own in the plain and in the extended form. */
export const plainCtt = `Name: Small
Courses: 3
Rooms: 2
Days: 2
Periods_per_day: 3
Curricula: 2
Constraints: 2

COURSES:
Algebra Ada 2 2 30
Botany Ben 1 1 12
Chem Ada 2 2 20

ROOMS:
Hall 40
Den\t15

CURRICULA:
Q1 2 Algebra Botany
Q2 1 Algebra

UNAVAILABILITY_CONSTRAINTS:
Algebra 0 0
Algebra 1 2

END.
`;

export const extendedCtt = `Name: Small
Courses: 3
Rooms: 2
Days: 2
Periods_per_day: 3
Curricula: 2
Min_Max_Daily_Lectures: 1 2
UnavailabilityConstraints: 1
RoomConstraints: 3

COURSES:
Algebra Ada 2 2 30 1
Botany Ben 1 1 12 0
Chem Ada 2 2 20 1

ROOMS:
Hall 40 north
Den 15 south

CURRICULA:
Q1 2 Algebra Botany
Q2 1 Algebra

UNAVAILABILITY_CONSTRAINTS:
Algebra 0 0

ROOM_CONSTRAINTS:
Algebra Den
Chem Hall
Chem Den

END.
`;
