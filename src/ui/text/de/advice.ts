/** What to do about messages, by their code, in German. `{n}` is the number that the English advice has. */
export const advice: Readonly<Record<string, string>> = {
  'storage.checkpointsDropped':
    'Läufe gehen weiter, würden aber nach einem Neuladen von vorn beginnen. Löschen Sie Projekte oder schaffen Sie Platz auf dem Gerät.',
  'storage.quota':
    'Speichern Sie die Projekte, die Sie brauchen, als Dateien; löschen Sie dann Projekte oder schaffen Sie Platz auf dem Gerät.',
  'storage.failed': 'Speichern Sie das Projekt als Datei und laden Sie die Seite neu.',
  'storage.newer': 'Laden Sie die Seite neu, um die neueste Version zu bekommen.',
  'storage.newerRow': 'Laden Sie die Seite neu, um die neueste Version zu bekommen.',
  'backup.newer': 'Laden Sie die Seite neu, um die neueste Version zu bekommen.',
  'storage.damaged': 'Öffnen Sie die Datei, die Sie zuletzt gespeichert haben.',
  'storage.lost': 'Öffnen Sie die Datei oder die Sicherung, die Sie zuletzt gespeichert haben.',
  'storage.blocked':
    'Speichern Sie Ihre Projekte als Dateien, oder erlauben Sie Websitedaten und laden Sie die Seite neu.',
  'history.moved': 'Sehen Sie nach, was geändert wurde, und machen Sie Ihre Änderung noch einmal.',
  'history.lost': 'Sehen Sie das Projekt durch: Was zuletzt getan wurde, kann fehlen.',
  'history.elsewhere': 'Um es hier zu bearbeiten, übernehmen Sie es.',
  'backup.unknown': 'Andere Dateien öffnen Sie mit dem Befehl zum Öffnen einer Datei.',
  'backup.cut': 'Was lesbar ist, steht in der Liste. Suchen Sie eine andere Kopie der Datei.',
  'backup.moved': 'Öffnen Sie die Sicherung noch einmal.',
  'run.noEvents': 'Fügen Sie dem Projekt zuerst Veranstaltungen hinzu.',
  'run.queueFull': 'Nehmen Sie Läufe aus der Warteschlange, oder warten Sie, bis einige beendet sind.',
  'run.storageFull': 'Warten Sie, bis einige Läufe beendet sind, oder nehmen Sie sie aus der Warteschlange.',
  'run.inputGone':
    'Nehmen Sie die Änderungen seither zurück, oder lassen Sie neu laufen und speichern Sie diesen Lauf.',
  'run.misfit': 'Speichern Sie den Lauf noch einmal.',
  'run.format': 'Speichern Sie den Lauf noch einmal.',
  'run.version': 'Speichern Sie den Lauf noch einmal.',
  'run.checksum': 'Speichern Sie den Lauf noch einmal.',
  'run.value': 'Speichern Sie den Lauf noch einmal.',
  'settings.islands': 'Nehmen Sie höchstens {n} Inseln oder eine größere Population.',
  'start.timetable': 'Öffnen Sie ihn neu, oder beginnen Sie mit nichts.',
  'start.cap': 'Erlauben Sie mindestens so viele Änderungen: {n}.',
  'steer.limit': 'Starten Sie einen neuen Lauf mit seinem besten Stundenplan.',
  'steer.structure': 'Starten Sie einen neuen Lauf; er kann mit dem besten Stundenplan von diesem beginnen.',
  'editing.failed':
    'Versuchen Sie es noch einmal; geschieht es wieder, schließen Sie andere Projekte oder laden Sie die Seite neu.',
  'file.tooMany': 'Öffnen Sie immer nur ein Projekt.',
  'file.tooLarge': 'Daten von Stundenplänen sind viel kleiner; prüfen Sie, ob das die richtige Datei ist.',
  'file.empty': 'Speichern Sie die Datei dort, woher sie kommt, noch einmal.',
  'file.encoding':
    'Sehen Buchstaben mit Akzenten falsch aus, speichern Sie die Datei als UTF-8 und öffnen Sie sie noch einmal.',
  'file.binary':
    'Wählen Sie eine Datei .horarium.json, .ctt, .ectt, .fet oder .xml, oder die vier JSON-Dateien von schedule-engine.',
  'file.unknown':
    'Gelesen werden Projekte von Horarium, FET, aSc, UniTime, ITC-2007, ITC-2019 und schedule-engine. Öffnen Sie immer nur ein Projekt.',
  'file.gzip': 'Holen Sie die Datei noch einmal, oder öffnen Sie eine ältere Kopie.',
  'file.tooSlow': 'Prüfen Sie, ob das die richtige Datei ist, oder versuchen Sie es auf einem schnelleren Gerät.',
  'file.workerFailed':
    'Versuchen Sie es noch einmal; geschieht es wieder, schließen Sie andere Tabs und Programme oder nehmen Sie ein schnelleres Gerät.',
  'horarium.unknownName':
    'Berichtigen Sie die Schreibweise, oder entfernen Sie den Namen. Namen anderer Programme beginnen mit „x-“.',
  'horarium.checksum':
    'Holen Sie sie noch einmal, oder öffnen Sie eine ältere Kopie. Wurde sie mit Absicht bearbeitet, entfernen Sie „checksum“ daraus.',
  'horarium.format': 'Wählen Sie eine Datei, die Horarium gespeichert hat.',
  'horarium.newer':
    'Dieses Horarium liest Version {n}. Laden Sie die Seite neu, wenn Sie online sind, um die App zu aktualisieren.',
  'locked.version':
    'Dieses Horarium liest Version {n}. Laden Sie die Seite neu, wenn Sie online sind, um die App zu aktualisieren.',
  'horarium.version': '„formatVersion“ muss {n} sein.',
  'locked.short': 'Gut und leicht zu merken sind vier Wörter, die nichts miteinander zu tun haben.',
  'locked.insecure': 'Öffnen Sie die App unter einer Adresse, die mit https beginnt.',
  'locked.needed': 'Öffnen Sie es noch einmal und geben Sie die Passphrase ein. Ohne sie kann es niemand öffnen.',
  'locked.wrong': 'Versuchen Sie es noch einmal: Großbuchstaben und Leerzeichen zählen.',
  'locked.damaged': 'Holen Sie sie noch einmal dort, woher sie kam, oder öffnen Sie eine ältere Kopie.',
  'handout.content': 'Bitten Sie darum, dass er noch einmal geschickt wird, am besten als Datei.',
  'handout.partial':
    'Ergänzen Sie, was Sie brauchen, bevor Sie generieren. Wo alles liegt, wurde übernommen, wie es ist.',
  'handout.json': 'Holen Sie die Datei noch einmal dort, woher sie kam.',
  'link.tooLong': 'Schicken Sie stattdessen die Datei zum Ansehen, oder einen Link für weniger Personen.',
  'link.damaged': 'Kopieren Sie ihn noch einmal dort, woher er kam, oder bitten Sie um die Datei.',
  'link.form': 'Kopieren Sie ihn noch einmal dort, woher er kam, oder bitten Sie um die Datei.',
  'link.newer': 'Laden Sie die Seite neu, wenn Sie online sind, um die neueste Version zu bekommen.',
  'write.timeZone': 'Geben Sie den Namen einer Region und einer Stadt an, etwa Europe/Paris oder America/New_York.',
  'write.withoutDate': 'Prüfen Sie die Zahl der Wochen des Zeitraums und seine freien Tage.',
  'write.noTerm': 'Geben Sie den ersten Tag, die Zahl der Wochen und die freien Tage im Kalender des Projekts ein.',
  'write.withoutCalendars':
    'Geben Sie den ersten Tag, die Zahl der Wochen und die freien Tage im Kalender des Projekts ein.',
  'write.startDate': 'Schreiben Sie das Datum als JJJJ-MM-TT.',
  'write.longWeek': 'Nehmen Sie stattdessen einen Zyklus von mehreren Wochen.',
  'write.weeks': 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.',
  'write.rooms': 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.',
  'write.days': 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.',
  'write.blank': 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.',
  'write.periods': 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.',
  'write.itc2019': 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.',
  'write.formula': 'Öffnen Sie die Datei nur mit FET, oder schreiben Sie den Stundenplan als Liste.',
  'write.onePerson': 'Sagen Sie, wessen Woche. Das Archiv mit allem hat die Bilder von allen.',
  'write.unknownParticipant': 'Wählen Sie jemand anderen, oder schreiben Sie alle.',
  'write.noTimetable': 'Generieren Sie zuerst einen.',
  'write.unknown': 'Wählen Sie eine der Formen, die zur Wahl stehen.',
  'write.tooManySheets':
    'In der Liste stehen alle Termine. Für eine Woche schreiben Sie die Arbeitsmappe einer einzelnen Gruppe, einer Lehrkraft oder eines Raums.',
  'sheet.tooLarge': 'Teilen Sie die Tabelle, oder löschen Sie, was nicht gebraucht wird.',
  'sheet.oldBinary':
    'Öffnen Sie sie in Excel, LibreOffice oder Google Tabellen und speichern Sie sie unter .xlsx, .ods oder .csv.',
  'sheet.webPage': 'Öffnen Sie sie in einer Tabellenkalkulation und speichern Sie sie als .xlsx, .ods oder .csv.',
  'sheet.notAWorkbook': 'Speichern Sie es in dem Programm, aus dem es kommt, als .xlsx, .ods oder .csv.',
  'sheet.damaged': 'Öffnen Sie sie in dem Programm, aus dem sie kommt, und speichern Sie sie noch einmal.',
  'sheet.password': 'Speichern Sie sie ohne Passwort, oder als .csv.',
  'sheet.date':
    'Geben Sie der Spalte in der Tabelle das Format Text und tippen Sie es neu, oder berichtigen Sie es später hier.',
  'problem.tooManyEvents': 'Planen Sie Fakultäten jede für sich.',
  'problem.tooManyDays': 'Nehmen Sie für längere Zyklen Wochen.',
  'problem.dayTooLong': 'Nehmen Sie längere Zeitfenster.',
  'problem.eventTooLong': 'Ein Tag hat so viele Zeitfenster: {n}. Teilen Sie die Veranstaltung.',
  'problem.groupCycle': 'Eine Gruppe liegt in einer größeren, nie in einer ihrer eigenen Untergruppen.',
  'problem.overlapInside': 'Überschneidungen sind für Gruppen an anderer Stelle gedacht; diese zählt nicht.',
  'problem.reservedId': 'Wählen Sie für diese Zeit eine andere Kennung.',
  'problem.emptyPool': 'Sie wird ohne Lehrkraft geplant.',
  'problem.instructorCount': 'So viele stehen zur Wahl: {n}.',
  'problem.unknownReference': 'Fügen Sie das Fehlende hinzu, oder berichtigen Sie den Verweis.',
  'problem.ruleScope': 'Wählen Sie, wovon diese Art von Regel handeln kann.',
  'problem.ruleNeedsShortDays': 'Entfernen Sie sie, oder nehmen Sie längere Zeitfenster.',
  'problem.weightsTooLarge': 'Teilen Sie alle Gewichte und Strafen durch {n}.',
  'problem.amountsTooLarge':
    'Suchen Sie nach falschen Größen von Gruppen und Veranstaltungen und nach Regeln, die sich sehr oft wiederholen.',
  'problem.noAttendance': 'Geben Sie dem Kurs eine Veranstaltung, oder jedem Teil seiner Konfiguration eine.',
  'operation.exists': 'Wählen Sie eine andere Kennung.',
  'merge.calendar':
    'Zeiten, Fixierungen auf eine Zeit, Regeln über Zeiten und Plätze im Stundenplan bleiben, wie sie hier sind.',
  'share.nobody': 'Wählen Sie eine Gruppe, eine Lehrkraft oder einen Raum.',
  'share.passphrase':
    'Tippen Sie sie oben zweimal. Sie wird nirgends aufbewahrt: Wer sie vergisst, kann die Datei nicht mehr öffnen.',
  'share.picture': 'Wählen Sie das Bild als SVG.',
  'problem.noBreaks': 'Sperren Sie stattdessen Räume, Lehrkräfte oder Gruppen.',
  'horarium.value':
    '{wrong=type:Der Wert muss von dieser Art sein:|whole:Es muss eine ganze Zahl sein|empty:Er darf nicht leer sein|least:Mindestens|most:Höchstens|longest:Höchste Zahl von Zeichen:|oneOf:Eines davon:|clock:Eine Uhrzeit wird als HH:MM geschrieben, von 00:00 bis 24:00|other:Vergleichen Sie mit dem veröffentlichten JSON-Schema der Form}{?limit| #}.',
};
