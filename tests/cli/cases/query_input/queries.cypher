MATCH (a:Country)
WHERE a.name CONTAINS 'ia' // not 'India;'
RETURN a.name; MATCH (a:Place) RETURN a.name;

MATCH (a:Countrie) RETURN a

;
MATCH (e:Event)
RETURN count(*)
