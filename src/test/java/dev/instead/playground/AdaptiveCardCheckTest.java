package dev.instead.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveCardCheckTest {
  private static final String EXECUTE =
      "{'type':'Action.Execute','title':'Take it','verb':'case.take','data':{'verb':'case.take','value':'S-7KQ2'},"
          + "'fallback':{'type':'Action.Submit','title':'Take it','data':{'verb':'case.take','value':'S-7KQ2'}}}";
  private static final String FIELD =
      "{'type':'Input.Text','id':'text_field','label':'What','isRequired':true,'errorMessage':'Write it','maxLength':3000,'isMultiline':true}";
  private static final String CHOICE =
      "{'type':'Input.ChoiceSet','id':'choice_field','label':'Which','value':'a','choices':[{'title':'A','value':'a'},{'title':'B','value':'b'}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'TextBlock','text':'# A','wrap':true,'size':'Large','weight':'bolder','style':'heading','spacing':'none'}",
        "{'type':'RichTextBlock','inlines':['plain',{'type':'TextRun','text':'safe','italic':true}]}",
        "{'type':'Container','style':'emphasis','items':[{'type':'TextBlock','text':''}],'isVisible':false,'id':'more'}",
        "{'type':'ColumnSet','columns':[{'type':'Column','width':'auto','items':[]},{'type':'Column','width':2},{'type':'Column','width':'50px'}]}",
        "{'type':'FactSet','facts':[{'title':'Due','value':'{{TIME(2026-11-22T10:00:00Z)}}'}]}",
        "{'type':'Table','columns':[{'width':1}],'rows':[{'type':'TableRow','cells':[{'type':'TableCell','items':[{'type':'TextBlock','text':'a'}]}]}]}",
        "{'type':'Image','url':'data:image/png;base64,AAAA','altText':'A card'}",
        "{'type':'ActionSet','actions':[" + EXECUTE + "]}",
        "{'type':'ActionSet','actions':[{'type':'Action.Submit','title':'Report','data':{'msteams':{'type':'task/fetch'}}}]}",
        "{'type':'ActionSet','actions':[{'type':'Action.OpenUrl','title':'Look','url':'https://meranti.example/a'}]}",
        "{'type':'ActionSet','actions':[{'type':'Action.ShowCard','title':'More','card':{'type':'AdaptiveCard','body':["
            + FIELD + "]}}]}",
        FIELD,
        CHOICE,
        "{'type':'Input.Toggle','id':'t','label':'Me','title':'Yes'}",
        "{'type':'Input.Date','id':'d','label':'When','value':'2026-11-22'}"
      })
  void what_the_product_sends_is_taken(String element) {
    assertEquals(List.of(), AdaptiveCardCheck.message(with(element)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{'type':'Media','sources':[]} => unsupported type: Media",
        "{'type':'CodeBlock','text':'x'} => unsupported type: CodeBlock",
        "{'text':'x'} => unsupported type: ",
        "{'type':'TextBlock'} => missing required field: text",
        "{'type':'TextBlock','text':5} => must provide a string",
        "{'type':'TextBlock','text':'a','colour':'good'} => invalid additional property: colour",
        "{'type':'TextBlock','text':'a','color':'red'} => must be one of the allowed values",
        "{'type':'TextBlock','text':'a','wrap':'yes'} => must be a boolean",
        "{'type':'TextBlock','text':'a','id':'x','fallback':{'type':'Nothing'}} => unsupported type: Nothing",
        "{'type':'RichTextBlock','inlines':[{'type':'Link','text':'a'}]} => unsupported type: Link",
        "{'type':'RichTextBlock'} => missing required field: inlines",
        "{'type':'Container'} => missing required field: items",
        "{'type':'Container','items':{}} => must be an array",
        "{'type':'ColumnSet','columns':[{'type':'Column','width':'wide'}]} => must be auto",
        "{'type':'FactSet','facts':[{'title':'a'}]} => missing required field: value",
        "{'type':'FactSet','facts':[]} => no fewer than 1",
        "{'type':'Table','rows':[{'type':'Row'}]} => unsupported type: Row",
        "{'type':'Image','url':'https://example.com/a.png','altText':'a'} => must be a data URI",
        "{'type':'Image','url':'data:image/png;base64,AA'} => missing required field: altText",
        "{'type':'Input.Text','label':'a'} => missing required field: id",
        "{'type':'Input.Text','id':'a'} => missing required field: label",
        "{'type':'Input.Text','id':'a','label':'a','isRequired':true} => has no errorMessage",
        "{'type':'Input.Text','id':'a','label':'a','maxLength':2,'value':'abc'} => longer than its maxLength",
        "{'type':'Input.Text','id':'a','label':'a','maxLength':0} => must be an integer from 1",
        "{'type':'Input.ChoiceSet','id':'a','label':'a','choices':[]} => no fewer than 1",
        "{'type':'Input.ChoiceSet','id':'a','label':'a'} => missing required field: choices",
        "{'type':'Input.ChoiceSet','id':'a','label':'a','choices':[{'title':'A','value':'a'}],'value':'b'} => none of the choices",
        "{'type':'Input.ChoiceSet','id':'a','label':'a','choices':[{'title':'A','value':'a'},{'title':'B','value':'a'}]} => two choices have the same value",
        "{'type':'Input.ChoiceSet','id':'a','label':'a','isRequired':true,'choices':[{'title':'A','value':'a'}]} => has no errorMessage",
        "{'type':'Input.Number','id':'a','label':'a','value':'1'} => must be a number",
        "{'type':'Input.Toggle','id':'a','label':'a'} => missing required field: title"
      })
  void a_wrong_element_is_refused(String element, String problem) {
    refused(with(element), problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{'type':'Action.Execute','title':'a','data':{}} => missing required field: verb",
        "{'type':'Action.Execute','verb':'a','data':{}} => missing required field: title",
        "{'type':'Action.Execute','title':'a','verb':'a','data':'x'} => must be an object",
        "{'type':'Action.Execute','title':'a','verb':'a','fallback':{'type':'Action.Http'}} => unsupported type: Action.Http",
        "{'type':'Action.Execute','title':'a','verb':'a','style':'danger'} => must be one of the allowed values",
        "{'type':'Action.Execute','title':'a','verb':'a','mode':'hidden'} => must be one of the allowed values",
        "{'type':'Action.Submit','title':'a'} => missing required field: data",
        "{'type':'Action.Submit','title':'a','data':{'msteams':{'type':'invoke'}}} => must be one of the allowed values",
        "{'type':'Action.OpenUrl','title':'a','url':'javascript:alert(1)'} => must be a https",
        "{'type':'Action.OpenUrl','title':'a','url':'http://example.com'} => must be a https",
        "{'type':'Action.OpenUrl','title':'a'} => missing required field: url",
        "{'type':'Action.ToggleVisibility','title':'a','targetElements':['nowhere']} => there is no element",
        "{'type':'Action.ToggleVisibility','title':'a'} => missing required field: targetElements",
        "{'type':'Action.ShowCard','title':'a','card':{'type':'AdaptiveCard'}} => missing required field: body",
        "{'type':'Action.Http','title':'a'} => unsupported type: Action.Http"
      })
  void a_wrong_button_is_refused(String action, String problem) {
    refused(with("{'type':'ActionSet','actions':[" + action + "]}"), problem);
  }

  @Test
  void two_inputs_of_one_name_are_refused_also_across_a_shown_card() {
    refused(with(FIELD + "," + FIELD), "the id \"text_field\" already exists");
    String inside = "{'type':'ActionSet','actions':[{'type':'Action.ShowCard','title':'a','card':"
        + "{'type':'AdaptiveCard','body':[" + FIELD + "]}}]}";
    refused(with(FIELD + "," + inside), "the id \"text_field\" already exists");
  }

  @Test
  void a_seventh_button_must_stand_under_the_dots() {
    String six = String.join(",", Collections.nCopies(6, EXECUTE));
    String seventh = EXECUTE.replaceFirst("'title'", "'mode':'secondary','title'");
    assertEquals(
        List.of(),
        AdaptiveCardCheck.message(
            with("{'type':'ActionSet','actions':[" + six + "," + seventh + "]}")));
    refused(
        with("{'type':'ActionSet','actions':[" + six + "," + EXECUTE + "]}"), "primary actions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{'type':'AdaptiveCard','version':'1.6','body':[]} => version up to 1.5",
        "{'type':'AdaptiveCard','body':[]} => missing required field: version",
        "{'type':'AdaptiveCard','version':'1.5'} => missing required field: body",
        "{'version':'1.5','body':[]} => unsupported type",
        "{'type':'AdaptiveCard','version':'1.5','body':[],'refresh':{}} => invalid additional property: refresh",
        "{'type':'AdaptiveCard','version':'1.5','body':[],'lang':'english!'} => language tag",
        "{'type':'AdaptiveCard','version':'1.5','body':[],'msteams':{'width':'Wide'}} => must be one of the allowed values"
      })
  void a_wrong_card_is_refused(String card, String problem) {
    refused(Cards.of(card), problem);
  }

  @Test
  void nothing_can_be_executed_in_a_dialog() {
    ObjectNode card = with("{'type':'ActionSet','actions':[" + EXECUTE + "]}");
    assertEquals(List.of(), AdaptiveCardCheck.message(card));
    assertFalse(AdaptiveCardCheck.dialog(card).isEmpty());
  }

  private static ObjectNode with(String elements) {
    return Cards.of(
        "{'$schema':'http://adaptivecards.io/schemas/adaptive-card.json','type':'AdaptiveCard',"
            + "'version':'1.5','lang':'en','fallbackText':'A card','msteams':{'width':'Full'},'body':["
            + elements + "]}");
  }

  private static void refused(ObjectNode card, String problem) {
    List<String> problems = AdaptiveCardCheck.message(card);
    assertTrue(
        problems.stream().anyMatch(each -> each.contains(problem.strip())), problems::toString);
  }
}
