package parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.Client;
import parley.Forum;
import parley.Response;

class BadBodyIT {

  private static final String GOOD = "{\"username\":\"nobody here\",\"password\":\"wrong one\"}";

  private final Forum forum = Forum.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"username\":\"a\",\"password\":\"b\",}",
        "{'username':'a','password':'b'}",
        "{\"username\":NaN,\"password\":\"b\"}",
        "{\"username\":\"a\",\"password\":\"b\"} and more",
        "{\"username\":\"a\nb\",\"password\":\"b\"}",
        "\u0000",
        "not JSON"
      })
  void whatIsNotJsonIsUnreadable(String body) {
    login(Buffer.buffer(body)).expectProblem(400);
  }

  @Test
  void anEmptyBodyIsUnreadable() {
    login(Buffer.buffer()).expectProblem(400);
  }

  @Test
  void bytesThatAreNotUtf8AreUnreadable() {
    var body = Buffer.buffer("{\"username\":\"").appendBytes(new byte[] {(byte) 0xff, (byte) 0xfe});
    login(body.appendString("\",\"password\":\"b\"}")).expectProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aBodyNestedTooDeeplyIsUnreadable(String opening) {
    login(Buffer.buffer(opening.repeat(8_000 / opening.length()))).expectProblem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "5", "\"text\"", "true", "[{\"username\":\"a\"}]"})
  void jsonThatIsNoObjectIsAtFaultAsAWhole(String body) {
    login(Buffer.buffer(body)).expectProblem(422, "body:invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'username':'a'}                          | password:required",
        "{'username':5,'password':'b'}             | username:invalid",
        "{'username':null,'password':'b'}          | username:invalid",
        "{'username':{},'password':'b'}            | username:invalid",
        "{'username':['a'],'password':'b'}         | username:invalid",
        "{'username':'a','password':'b','extra':1} | extra:unknown",
        "{'username':'a','password':'b','':1}      | :unknown",
        "{'username':'a','password':'b','x/y~z':1} | x/y~z:unknown"
      })
  void aFieldAtFaultIsNamed(String body, String fault) {
    login(Buffer.buffer(body.replace('\'', '"'))).expectProblem(422, fault);
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    login(Buffer.buffer("{\"one\":1,\"username\":2}"))
        .expectProblem(422, "one:unknown", "username:invalid", "password:required");
  }

  @Test
  void ofAMemberGivenTwiceTheLastCounts() {
    var member = forum.member();
    var body =
        "{\"username\":\"nobody\",\"username\":\"%s\",\"password\":\"%s\"}"
            .formatted(member.username(), Client.PASSWORD);
    login(Buffer.buffer(body)).expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1\"",
        "\" 1\"",
        "1.0",
        "1e0",
        "1.5",
        "0",
        "-1",
        "9223372036854775808",
        "1e30",
        "true"
      })
  void aNumberMustBeANumberInItsRange(String boardId) {
    open(boardId).expectProblem(422, "boardId:invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
  void anotherMediaTypeIsUnsupported(String type) {
    forum
        .guest()
        .header("content-type", type)
        .send(HttpMethod.POST, "/api/login", Buffer.buffer(GOOD))
        .expectProblem(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=latin1",
        "Application/JSON; Charset=UTF-8"
      })
  void theCharsetOfJsonIsUtf8WhateverIsSaid(String type) {
    forum
        .guest()
        .header("content-type", type)
        .send(HttpMethod.POST, "/api/login", Buffer.buffer(GOOD))
        .expectProblem(401);
  }

  private Response login(Buffer body) {
    return forum.guest().send(HttpMethod.POST, "/api/login", body);
  }

  private Response open(String boardId) {
    var body = new JsonObject().put("title", "Numbers").put("content", "Text").encode();
    var whole = body.replaceFirst("}$", ",\"boardId\":" + boardId + "}");
    return forum.member().send(HttpMethod.POST, "/api/topic/add", Buffer.buffer(whole));
  }
}
