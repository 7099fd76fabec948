/** A small invented problem of UniTime's solver with everything that the reader knows, and a timetable marked in it. */
export const unitimeText = `<?xml version="1.0" encoding="UTF-8"?>
<!--University Course Timetabling-->
<timetable version="2.4" initiative="hill" term="2031Fal" created="Mon Sep 01 10:00:00 UTC 2031" nrDays="7" slotsPerDay="288">
  <rooms>
    <room id="1" constraint="true" capacity="40" location="10,20" name="HALL 1" building="7">
      <travel-time id="2" minutes="10"/>
      <sharing>
        <pattern unit="72">FFXFFFFFFFFFFFFFFFFFFFFFFFFF</pattern>
        <freeForAll value="F"/>
        <notAvailable value="X"/>
      </sharing>
    </room>
    <room id="2" constraint="true" capacity="20">
      <sharing>
        <pattern unit="72">0000001111110000000000000000</pattern>
        <department value="0" id="11"/>
        <department value="1" id="12"/>
      </sharing>
    </room>
    <room id="3" constraint="false" capacity="999" discouraged="true"/>
  </rooms>
  <classes>
    <class id="101" offering="1" config="1" subpart="1" classLimit="30" department="11" dates="1111111111111100000000000000">
      <instructor id="5" name="Ivo Reed"/>
      <room id="1" pref="0" solution="true"/>
      <room id="2" pref="-1"/>
      <room id="3" pref="100"/>
      <time days="1010000" start="96" length="12" pref="-4" solution="true"/>
      <time days="0101000" start="96" length="18" pref="1.0"/>
      <time days="0000100" start="120" length="12" pref="100"/>
    </class>
    <class id="102" offering="1" config="1" subpart="2" parent="101" minClassLimit="10" maxClassLimit="15" department="11" dates="1111111000000000000000000000">
      <room id="2" pref="0" solution="true"/>
      <time days="0100000" start="108" length="12" pref="0" solution="true"/>
      <time days="0100000" start="126" length="12" pref="2"/>
    </class>
    <class id="103" offering="1" config="1" subpart="2" parent="101" classLimit="15" department="11" dates="0000000000000011111110000000">
      <instructor id="5"/>
      <time days="0100000" start="108" length="12" pref="0" solution="true"/>
    </class>
    <class id="104" committed="true" department="11" dates="1111111111111100000000000000">
      <room id="1" pref="0" solution="true"/>
      <time days="0010000" start="144" length="12" pref="0" solution="true"/>
    </class>
  </classes>
  <groupConstraints>
    <constraint id="1" type="SAME_ROOM" pref="R"><class id="101"/><class id="102"/></constraint>
    <constraint id="2" type="DIFF_TIME" pref="-2"><class id="101"/><class id="104"/></constraint>
    <constraint id="3" type="SAME_DAYS" pref="1"><class id="101"/><class id="102"/><class id="103"/></constraint>
    <constraint id="4" type="PRECEDENCE" pref="P"><class id="101"/><class id="104"/></constraint>
    <constraint id="5" type="WORKDAY(6)" pref="R"><class id="101"/><class id="103"/></constraint>
    <constraint id="6" type="MAXBLOCK_BACKTOBACK" reference="_MaxBlock:120:30_" pref="2"><class id="101"/><class id="102"/></constraint>
    <constraint id="7" type="MAX_BREAKS" reference="_MaxBreaks:1:30_" pref="-1"><class id="101"/><class id="102"/></constraint>
    <constraint id="8" type="BTB" pref="R"><class id="101"/><class id="102"/></constraint>
    <constraint id="9" type="SPREAD" pref="R"><class id="101"/><class id="102"/></constraint>
    <constraint id="10" type="SAME_START" pref="P"><class id="101"/><class id="102"/></constraint>
  </groupConstraints>
  <students>
    <student id="901"><offering id="1" weight="1.0"/><class id="101"/><class id="102"/></student>
    <student id="902"><offering id="1" weight="0.5"/><class id="101"/><class id="103"/></student>
    <student id="903"><class id="104"/><class id="101"/><offering id="77"/></student>
  </students>
</timetable>
`;
