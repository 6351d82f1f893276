"""How the marking of essays is said in templates."""

from django import template

from hoithi.wording.essays import stage

register = template.Library()
register.filter("essay_stage", stage)
