/** A tiny invented ITC-2019 problem: rooms apart, patterns over weeks, a parent, limits, rules known and unknown. */
export const itc2019Text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE problem PUBLIC "-//ITC 2019//DTD Problem Format/EN" "http://www.itc2019.org/competition-format.dtd">
<problem name="tiny" nrDays="7" slotsPerDay="288" nrWeeks="4">
  <optimization time="2" room="3" distribution="5" student="7"/>
  <rooms>
    <room id="1" capacity="10"><travel room="2" value="3"/></room>
    <room id="2" capacity="20"><unavailable days="1000000" start="100" length="10" weeks="0101"/></room>
  </rooms>
  <courses>
    <course id="1">
      <config id="1">
        <subpart id="1"><class id="1" limit="2"><room id="1" penalty="4"/><room id="2" penalty="0"/>
          <time days="1010000" start="96" length="10" weeks="1111" penalty="3"/>
          <time days="0100000" start="108" length="18" weeks="1010" penalty="0"/></class></subpart>
        <subpart id="2">
          <class id="2" limit="1" parent="1" room="false"><time days="0010000" start="108" length="6" weeks="1111"/></class>
          <class id="3"><room id="1"/><time days="0010000" start="120" length="6" weeks="1111"/></class>
        </subpart>
      </config>
    </course>
  </courses>
  <distributions>
    <distribution type="WorkDay(24)" penalty="4"><class id="1"/><class id="3"/></distribution>
    <distribution type="MaxBlock(20,3)" penalty="2"><class id="1"/><class id="2"/><class id="3"/></distribution>
    <distribution type="Mystery(1)" required="true"><class id="1"/><class id="2"/></distribution>
  </distributions>
  <students><student id="1"><course id="1"/></student></students>
</problem>`;

/** A solution of it in which the third class is not placed. */
export const itc2019SolutionText = `<?xml version="1.0" encoding="UTF-8"?>
<solution name="tiny" technique="by hand" cores="1">
  <class id="1" days="1010000" start="96" weeks="1111" room="2"><student id="1"/></class>
  <class id="2" days="0010000" start="108" weeks="1111"><student id="1"/></class>
</solution>
`;
