/** A small invented school as aSc Timetables exports one, with two weeks and a timetable. */
export const ascText = `<?xml version="1.0" encoding="UTF-8"?>
<timetable ascttversion="2031.1.1" importtype="database" options="idprefix:X" displayname="aSc Timetables 2012 XML">
   <periods options="canadd,export:silent" columns="period,name,short,starttime,endtime">
      <period name="First" short="1" period="1" starttime="8:30" endtime="9:15"/>
      <period name="" short="0" period="0" starttime="7:40" endtime="8:25"/>
      <period name="2" short="2" period="2" starttime="9:30" endtime="10:15"/>
      <period name="3" short="3" period="3" starttime="10:20" endtime="11:05"/>
   </periods>
   <daysdefs columns="id,days,name,short">
      <daysdef id="D*" name="Any day" short="X" days="10000,01000,00100,00010,00001"/>
      <daysdef id="DE" name="Every day" short="E" days="11111"/>
      <daysdef id="D1" name="Monday" short="Mo" days="10000"/>
      <daysdef id="D2" name="Tuesday" short="Tu" days="01000"/>
   </daysdefs>
   <weeksdefs columns="id,weeks,name,short">
      <weeksdef id="W" name="All weeks" short="All" weeks="11"/>
      <weeksdef id="WA" name="Week A" short="A" weeks="10"/>
      <weeksdef id="WX" name="Any week" short="X" weeks="10,01"/>
   </weeksdefs>
   <termsdefs columns="id,terms,name,short"><termsdef id="T" name="Year" short="Y" terms="1"/></termsdefs>
   <subjects columns="id,name,short,partner_id">
      <subject id="S1" name="Geometry" short="Ge" partner_id=""/>
      <subject id="S2" name="Singing" short="Si" partner_id=""/>
      <subject id="S3" name="Sports" short="Sp" partner_id=""/>
   </subjects>
   <teachers columns="id,name,short">
      <teacher id="T1" firstname="Żaneta" lastname="Łuk" short="ŻŁ" timeoff=".1111,.1111,.1111,.1111,.0000"/>
      <teacher id="T2" name="Boris Wood" short="BW"/>
   </teachers>
   <buildings columns="id,name"><building id="B1" name="North"/></buildings>
   <classrooms columns="id,name,short,capacity,buildingid">
      <classroom id="R1" name="Room 1" short="1" capacity="30" buildingid="B1"/>
      <classroom id="R2" name="Room 2" short="2" capacity="*" buildingid="*"/>
   </classrooms>
   <classes columns="id,name,short,classroomids,teacherid">
      <class id="C1" name="5 A" short="5A" teacherid="T1" classroomids=""/>
      <class id="C2" name="5 B" short="5B" teacherid="" classroomids=""/>
   </classes>
   <groups columns="id,classid,name,entireclass,divisiontag,studentcount,studentids">
      <group id="G0" classid="C1" name="Entire class" entireclass="1" divisiontag="0" studentcount="24" studentids=""/>
      <group id="G1" classid="C1" name="Group 1" entireclass="0" divisiontag="1" studentcount="12" studentids=""/>
      <group id="G2" classid="C1" name="Group 2" entireclass="0" divisiontag="1" studentcount="12" studentids=""/>
      <group id="G3" classid="C1" name="Girls" entireclass="0" divisiontag="2" studentcount="" studentids="P1,P2"/>
      <group id="G4" classid="C2" name="Entire class" entireclass="1" divisiontag="0"/>
   </groups>
   <students columns="id,classid,name"><student id="P1" classid="C1" name="Ada"/><student id="P2" classid="C1" name="Bea"/></students>
   <lessons columns="id,subjectid,classids,groupids,teacherids,classroomids,periodspercard,periodsperweek,daysdefid,weeksdefid,termsdefid,seminargroup,capacity,partner_id">
      <lesson id="L1" classids="C1" subjectid="S1" periodspercard="1" periodsperweek="3.0" teacherids="T1" classroomids="R1,R2" groupids="G0" capacity="*" seminargroup="" termsdefid="T" weeksdefid="W" daysdefid="D*"/>
      <lesson id="L2" classids="C1,C2" subjectid="S2" periodspercard="2" periodsperweek="4.0" teacherids="T1,T2" classroomids="" groupids="G1,G4" capacity="*" seminargroup="" termsdefid="T" weeksdefid="W" daysdefid="D*"/>
      <lesson id="L3" classids="C1" subjectid="S3" periodspercard="1" periodsperweek="1.0" teacherids="T2" classroomids="" groupids="G3" studentids="P2" capacity="*" seminargroup="" termsdefid="T" weeksdefid="WX" daysdefid="D*"/>
      <lesson id="L4" classids="C2" subjectid="S3" periodspercard="1" periodsperweek="5.0" teacherids="" classroomids="" groupids="G4" capacity="*" seminargroup="" termsdefid="T" weeksdefid="W" daysdefid="DE"/>
      <lesson id="L5" classids="C2" subjectid="S1" periodspercard="1" periodsperweek="1.0" teacherids="" classroomids="R1" groupids="G4" capacity="*" seminargroup="" termsdefid="T" weeksdefid="WA" daysdefid="D2"/>
   </lessons>
   <cards columns="lessonid,period,days,weeks,terms,classroomids">
      <card lessonid="L1" classroomids="R1" period="1" weeks="11" terms="1" days="10000"/>
      <card lessonid="L1" classroomids="R2" period="0" weeks="11" terms="1" days="01000"/>
      <card lessonid="L1" classroomids="" period="" weeks="" terms="" days=""/>
      <card lessonid="L2" classroomids="" period="3" weeks="11" terms="1" days="00100"/>
      <card lessonid="L2" classroomids="" period="2" weeks="11" terms="1" days="00100"/>
      <card lessonid="L2" classroomids="" period="2" weeks="11" terms="1" days="00010"/>
      <card lessonid="L3" classroomids="" period="3" weeks="01" terms="1" days="00001"/>
      <card lessonid="L4" classroomids="" period="1" weeks="11" terms="1" days="11111"/>
      <card lessonid="L5" classroomids="R1" period="2" weeks="10" terms="1" days="01000"/>
   </cards>
</timetable>
`;
